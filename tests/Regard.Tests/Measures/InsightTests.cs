using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures;

/// <summary>Drivers, comparison and expectations read from the cells of a wave.</summary>
public class InsightTests
{
    /// <summary>Overall satisfaction follows A1 and A2 three times as closely as B1.</summary>
    static byte[] Driven(Random chance, double lift = 0)
    {
        int Step(double level) => Math.Clamp((int)Math.Round(4 * (level + 0.45 * (chance.NextDouble() - 0.5)) + lift), 0, 4);
        var (a, b) = (chance.NextDouble(), chance.NextDouble());
        int a1 = Step(a), a2 = Step(a), b1 = Step(b);
        var overall = Math.Clamp((int)Math.Round(9 * (0.75 * (a1 + a2) / 8 + 0.25 * b1 / 4 + 0.1 * (chance.NextDouble() - 0.5))), 0, 9);
        return [4, (byte)a1, 3, 4, (byte)a2, 3, 4, (byte)b1, 2, (byte)overall, 3, (byte)overall];
    }

    static async Task<(Survey, Id<Wave>)> Asked(TestOffice t)
    {
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(5);
        foreach (var (store, n) in new[] { (1, 200), (2, 200), (3, 60), (4, 4) }) await survey.Answer(wave, survey.Company.Store(store), n, _ => Driven(chance, store == 2 ? 0.8 : 0));
        await survey.Fold(wave);
        return (survey, wave);
    }

    [Theory, EachDatabase]
    public async Task Drivers_are_ranked_by_what_they_explain_with_their_uncertainty(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Asked(t);
        var view = await t.Do(new ShowDrivers(wave, survey.Company.Group));
        Assert.Null(view.Reason);
        Assert.Equal(464, view.N);
        Assert.Equal(["A", "B"], view.Rows.Select(r => r.Node.Code));
        Assert.InRange(view.Explained!.Value!.Value, 0.8, 1);
        Assert.Equal(1, view.Rows.Sum(r => r.Share.Value!.Value), 9);
        Assert.All(view.Rows, r => Assert.True(r.Share.Lower < r.Share.Value && r.Share.Value < r.Share.Upper && r.RankLower <= r.Rank && r.Rank <= r.RankUpper));
        Assert.Equal((1, 1), (view.Rows[0].RankLower, view.Rows[0].RankUpper));
        // The score of the figure and the performance of the driver are one number.
        Assert.Equal((await t.Do(new ExplainNumber(wave, survey.Company.Group, "dimension:A"))).Figure.Value, view.Rows[0].Performance.Value);
    }

    [Theory, EachDatabase]
    public async Task A_small_unit_has_no_drivers_and_says_why(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Asked(t);
        var view = await t.Do(new ShowDrivers(wave, survey.Company.Store(4)));
        Assert.Empty(view.Rows);
        Assert.Equal("Withheld: too few answered here, or a smaller group would be given away.", view.Reason!.In(Language.English));
    }

    [Theory, EachDatabase]
    public async Task A_form_without_overall_satisfaction_has_no_drivers(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var page = Survey.Form.Pages[0];
        var wave = await survey.OpenWave(Survey.Form with { Pages = [page with { Items = [page.Items[0]] }] });
        Assert.Contains("overall satisfaction", (await t.Do(new ShowDrivers(wave))).Reason!.In(Language.English));
    }

    [Theory, EachDatabase]
    public async Task The_model_leads_from_the_dimensions_over_satisfaction_to_loyalty(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Asked(t);
        var model = await t.Do(new ShowModel(wave, survey.Company.Group));
        Assert.True(model.Converged);
        Assert.Equal([("A", "SATISFACTION"), ("B", "SATISFACTION"), ("SATISFACTION", "LOYALTY")], model.Paths.Select(p => (p.From, p.To)));
        Assert.All(model.Paths, p => Assert.True(p.Lower <= p.Value && p.Value <= p.Upper && p.StandardError > 0));
        Assert.True(model.Paths[0].Lower > model.Paths[1].Upper, "What weighs three times as much acts more.");
        Assert.Equal((await t.Do(new ExplainNumber(wave, survey.Company.Group, "csat"))).Figure.N, model.Constructs.Single(c => c.Name == "SATISFACTION").Score.N);
        Assert.Equal("满意度", model.Constructs.Single(c => c.Name == "SATISFACTION").Title.In(Language.SimplifiedChinese));
        Assert.NotNull((await t.Do(new ShowModel(wave, survey.Company.Store(4)))).Reason);
    }

    [Theory, EachDatabase]
    public async Task Sister_units_are_compared_and_differences_judged_together(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Asked(t);
        var view = await t.Do(new CompareUnits(wave, survey.Company.Store(2), [survey.Company.Store(1)]));
        var index = view.Rows.Single(r => r.Measure == Measure.Index);
        var difference = index.Others[0].Difference!;
        Assert.Equal(index.Own.Value!.Value - index.Others[0].Figure.Value!.Value, difference.Value, 9);
        Assert.True(difference is { IsReal: true, Lower: > 0 });
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new CompareUnits(wave, survey.Company.Store(2), [survey.Company.Group])));
        Assert.Null((await t.Do(new CompareUnits(wave, survey.Company.Store(2), [survey.Company.Store(4)]))).Rows[0].Others[0].Difference);
    }

    [Theory, EachDatabase]
    public async Task A_competitor_stands_beside_the_company_and_never_counts_in_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Asked(t);
        var before = (await t.Do(new ExplainNumber(wave, survey.Company.Group, "index"))).Figure;
        var competitor = await t.Do(new AddUnit("C1", "Competitor", UnitKind.Competitor, null, DateOnly.FromDateTime(t.Clock.Now.UtcDateTime)));
        var chance = new Random(9);
        await survey.Answer(wave, competitor, 80, _ => Driven(chance, -1));
        await survey.Fold(wave);
        Assert.Equal(before, (await t.Do(new ExplainNumber(wave, survey.Company.Group, "index"))).Figure);

        var view = await t.Do(new CompareUnits(wave), survey.Company.Executive);
        Assert.Equal(["C1"], view.Others.Where(u => u.Kind == UnitKind.Competitor).Select(u => u.Code));
        Assert.True(view.Rows[0].Others[0].Difference is { IsReal: true, Value: > 0 });
        // Whoever answers for a part of the company sees its own part only.
        Assert.DoesNotContain((await t.Do(new CompareUnits(wave), survey.Company.StoreManager)).Possible, u => u.Kind == UnitKind.Competitor);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddUnit("X1", "Below", UnitKind.Store, competitor, DateOnly.FromDateTime(t.Clock.Now.UtcDateTime))));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddUnit("X2", "Nowhere", UnitKind.Store, null, DateOnly.FromDateTime(t.Clock.Now.UtcDateTime))));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new MoveUnit(competitor, survey.Company.North, DateOnly.FromDateTime(t.Clock.Now.UtcDateTime).AddDays(1))));
    }

    [Theory, EachDatabase]
    public async Task Expectations_are_followed_over_the_waves(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var waves = new List<Id<Wave>>();
        for (var i = 0; i < 2; i++)
        {
            var wave = await survey.OpenWave();
            var (chance, expected) = (new Random(i), (byte)(2 + i));
            await survey.Answer(wave, survey.Company.Store(1), 40, n => [n % 4 == 0 ? (byte)4 : expected, .. Driven(chance)[1..]]);
            await new Regard.Improvement.WaveClosing(t.Office).Run(wave, t.Installation);
            t.Clock.Now = t.Clock.Now.AddDays(60);
            waves.Add(wave);
        }
        var view = await t.Do(new TrackExpectations(waves[1], survey.Company.Store(1), "A1"));
        Assert.Equal(waves, view.Points.Select(p => p.Wave.Id));
        Assert.Equal([62.5, 81.25], view.Points.Select(p => p.Expected.Figure.Value!.Value));
        Assert.Equal(Movement.Rose, view.Points[1].Expected.Change.Movement);
        Assert.All(view.Points, p => Assert.Equal(p.Perceived.Figure.Value!.Value - p.Expected.Figure.Value!.Value, p.Gap.Figure.Value!.Value, 9));
        Assert.Single((await t.Do(new TrackExpectations(waves[0], survey.Company.Store(1), "A1"))).Points);
    }
}
