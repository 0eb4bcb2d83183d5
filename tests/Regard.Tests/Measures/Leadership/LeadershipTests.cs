using System.Globalization;
using System.Text;
using Regard.Improvement;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Tests.Surveys;
namespace Regard.Tests.Measures.Leadership;

public class LeadershipTests
{
    [Theory, EachDatabase]
    public async Task A_leader_and_the_next_superior_see_each_trait_and_nobody_else_does(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, wave) = await Asked(t, ("N1", 6), ("N", 7), ("G", 4));
        await new WaveClosing(t.Office).Run(wave, t.Installation);

        var own = Assert.Single((await t.Do(new ShowLeadership(), c.StoreManager)).Leaders);
        Assert.Equal((c.Store(1), true, "Stan Manager"), (own.Unit.Id, own.IsMe, Assert.Single(own.Names)));
        var told = Assert.Single(own.Course);
        // Vision was rated 2 and 3 in turn, trust 4, love of the work 5, honesty 1, on a scale from 1 to 5.
        Assert.Equal([37.5, 75, 100, 0], told.Traits.Select(x => x.Figure.Value!.Value));
        Assert.Equal([Trait.LeaderVision, Trait.LeaderTrust, Trait.LeaderLoveOfWork, Trait.LeaderHonesty], told.Traits.Select(x => x.Trait));
        Assert.All(told.Traits, x => Assert.Equal(6, x.Figure.N));
        Assert.True(told.Traits[0].Figure.Lower < 37.5 && 37.5 < told.Traits[0].Figure.Upper);

        Assert.Equal([(c.North, true), (c.Store(1), false)], (await t.Do(new ShowLeadership(), c.RegionalManager)).Leaders.Select(l => (l.Unit.Id, l.IsMe)));
        // The executive is the region's superior and not the store's, and is hidden by having four raters.
        var executive = (await t.Do(new ShowLeadership(), c.Executive)).Leaders;
        Assert.Equal([c.Group, c.North], executive.Select(l => l.Unit.Id));
        Assert.Equal([Withheld.TooFew, Withheld.No], executive.Select(l => l.Course[0].Whole.Withheld));
        Assert.All(executive[0].Course[0].Traits, x => Assert.Equal((Withheld.TooFew, null, null), (x.Figure.Withheld, x.Figure.Value, x.Figure.N)));
        foreach (var other in new[] { c.Analyst, c.FrontLine }) Assert.Empty((await t.Do(new ShowLeadership(), other)).Leaders);
        Assert.DoesNotContain(typeof(TraitsTold).GetProperties(), p => p.Name.Contains("Rater", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task What_is_said_of_leaders_is_on_no_other_page_and_on_none_while_answers_come_in(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, wave) = await Asked(t, ("N1", 6), ("N", 7));
        Assert.Null((await t.Do(new ShowLeadership(), c.StoreManager)).Wave);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowLeadership(wave), c.StoreManager));
        await new WaveClosing(t.Office).Run(wave, t.Installation);
        foreach (var caller in new[] { c.Analyst, c.Executive, c.StoreManager, c.FrontLine })
        {
            Assert.Empty(await t.Do(new ListMeasuredWaves(), caller));
            Assert.Empty((await t.Do(new ShowOverview(), caller)).Programmes);
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new ListResults(wave), caller));
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowIndex(wave), caller));
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new ExplainNumber(wave, c.Store(1), "item:vision1"), caller));
        }
    }

    [Theory, EachDatabase]
    public async Task Who_leads_a_unit_is_asked_about_who_leads_the_one_above(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, wave) = await Asked(t);
        await t.Do(new OpenWaveLink(wave, null));
        async Task<string> Path(Caller caller) => Assert.Single(await t.Do(new SurveysForMe(), caller)).Path;
        Assert.EndsWith("/N1", await Path(c.FrontLine));
        Assert.EndsWith("/N", await Path(c.StoreManager));
        Assert.EndsWith("/G", await Path(c.RegionalManager));
    }

    static async Task<(Company, Id<Wave>)> Asked(TestOffice t, params (string Unit, int Raters)[] said)
    {
        var c = await Company.In(t);
        var survey = await Survey.In(c);
        var today = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime);
        var programme = await t.Do(new StartProgramme("Leadership", MinimumN: 5, ShortBoards: 0, Audience: Audience.Employee));
        var form = FormTemplate.Read(FormTemplate.Leadership);
        var wave = await t.Do(new PlanWave(programme, "Leaders", await GivenForm.Of(t, form), survey.Tree, today, today.AddDays(20), 5));
        await t.Do(new OpenWave(wave));
        if (said.Length == 0) return (c, wave);
        var csv = new StringBuilder("unit,").AppendJoin(',', form.Slots.Select(s => s.Key)).Append('\n');
        foreach (var (unit, raters) in said)
            for (var i = 0; i < raters; i++)
                csv.Append(unit).Append(',').AppendJoin(',', form.Slots.Select(s => (s.Key[..^1] switch { "vision" => 2 + i % 2, "trust" => 4, "love" => 5, _ => 1 }).ToString(CultureInfo.InvariantCulture))).Append('\n');
        Assert.Equal(said.Sum(x => x.Raters), (await t.Do(new ImportResponses(wave, new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "leaders.csv"))).Report.Taken);
        await survey.Fold(wave);
        return (c, wave);
    }
}
