using Regard.Improvement;
using Regard.Metrics;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Measures;
using Regard.Tests.Organisation;
namespace Regard.Tests.Metrics;

public class CompetitorGroupTests
{
    [Theory, EachDatabase]
    public async Task Competitors_of_a_group_are_set_against_the_company_with_an_interval(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var survey = await Survey.In(c);
        var rivals = new List<Id<Unit>>();
        for (var i = 1; i <= 3; i++) rivals.Add(await t.Do(new AddUnit($"R{i}", $"Rival {i}", UnitKind.Competitor, null, new(2020, 1, 1))));
        var (wave, chance) = (await survey.OpenWave(), new Random(7));
        await survey.Answer(wave, c.Store(1), 60, _ => Survey.Drawn(chance, 0.8));
        foreach (var (i, rival) in rivals.Index()) await survey.Answer(wave, rival, 30, _ => Survey.Drawn(chance, 0.3 + 0.1 * i));
        t.Clock.Now = t.Clock.Now.AddDays(40);
        await new WaveClosing(t.Office).Run(wave, t.Installation);
        await t.Do(new SetCompetitorGroup(rivals[0], "foreign"), c.Executive);
        await t.Do(new SetCompetitorGroup(rivals[1], " foreign "), c.Executive);
        await t.Do(new SetCompetitorGroup(rivals[2], "domestic"), c.Executive);
        var view = await t.Do(new ShowCompetitorGroups(), c.Executive);
        Assert.Equal(["domestic", "foreign"], view.Groups);
        var index = view.Rows.Single(r => r.Measure.Code == "index");
        Assert.InRange(index.Groups[1].Level.Value!.Value, 28, 42);
        Assert.Equal(60, index.Groups[1].Level.N);
        Assert.True(index.Groups.All(g => g.Difference.Lower > 0) && index.Groups[1].Difference.Value > index.Groups[0].Difference.Value);
        await t.Do(new SetCompetitorGroup(rivals[2], ""), c.Executive);
        Assert.Equal(["foreign"], (await t.Do(new ShowCompetitorGroups(), c.Executive)).Groups);
        // Who cares for a part of the company neither sees competitors nor groups them.
        Assert.Empty((await t.Do(new ShowCompetitorGroups(), c.StoreManager)).Competitors);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SetCompetitorGroup(rivals[0], "x"), c.RegionalManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new SetCompetitorGroup(c.Store(1), "x"), c.Executive));
    }
}
