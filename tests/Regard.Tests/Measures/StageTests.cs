using Regard.Indicators;
using Regard.Measures;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures;

public class StageTests
{
    [Theory, EachDatabase]
    public async Task The_points_of_the_stages_add_up_to_ten_times_the_index(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(3);
        foreach (var store in (int[])[1, 2]) await survey.Answer(wave, survey.Company.Store(store), 40, _ => Survey.Drawn(chance, 0.6));
        await survey.Fold(wave);
        var view = await t.Do(new ShowStages(wave, survey.Company.North));
        Assert.Equal([("A", 0.6, 600.0), ("B", 0.4, 400.0)], view.Rows.Select(r => (r.Node.Code, Math.Round(r.Share, 9), Math.Round(r.Possible, 9))));
        Assert.Equal(10 * view.Whole!.Figure.Value!.Value, view.Rows.Sum(r => r.Points!.Value), 1e-9);
        Assert.Equal(["N1", "N2"], view.Units.Select(u => u.Unit.Code));
        Assert.Equal(view.Rows.Select(r => r.Shown.Figure.Value), Assert.Single(view.Course).Stages.Select(f => f.Value));
        var few = await t.Do(new ShowStages(wave, survey.Company.Store(3)));
        Assert.All(few.Rows, r => Assert.Null(r.Points));
    }

    [Theory, EachDatabase]
    public async Task The_stages_of_the_journey_are_adopted_once_and_weigh_alike(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var tree = await t.Do(new AdoptJourneyTree());
        Assert.Equal(tree, await t.Do(new AdoptJourneyTree()));
        var indicators = (await t.Do(new ShowIndicatorTree(tree))).Indicators;
        Assert.Equal(5, indicators.Count(i => i.ParentCode == "JSI"));
        Assert.All(indicators.Where(i => i.ParentCode == "JSI"), i => Assert.Equal(0.2, i.Weight));
    }
}
