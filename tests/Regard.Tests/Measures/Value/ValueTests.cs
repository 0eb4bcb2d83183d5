using Regard.Measures;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Tests.Measures.Value;

public class ValueTests
{
    [Theory, EachDatabase]
    public async Task A_record_of_a_longer_wait_lowers_the_value_by_the_weight_of_time(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenValue.In(t);
        var rows = GivenValue.About(new Random(5), 40, 5, 3);
        await g.Answer(1, rows);
        await g.Answer(2, rows);
        await t.Do(new SetValueModel(await GivenValue.TimeMeasured(t, g.Wave), 0), g.Survey.Company.Analyst);
        await g.Waited(1, 10, 10);
        await g.Waited(2, 40, 40);
        var units = (await t.Do(new ShowValue(g.Wave, g.Survey.Company.North), g.Survey.Company.Executive)).Units;
        var (quick, slow) = (units[0].Figures, units[1].Figures);
        Assert.Equal((8, 8), (quick.Measured, slow.Measured));
        // Thirty minutes more are half of the way from 0 to 60 minutes, so 50 points of cost at a weight of a quarter.
        Assert.Equal(0.25 * 50, quick.Difference.Value!.Value - slow.Difference.Value!.Value, 1e-9);
        Assert.Equal(0.25 * 50, slow.Cost.Value!.Value - quick.Cost.Value!.Value, 1e-9);
        Assert.Equal(quick.Benefit.Value!.Value, slow.Benefit.Value!.Value, 1e-9);

        // The same record counts more where time weighs more: its share grows from 0.25 to 0.5 of the costs.
        await t.Do(new SetValueModel(await GivenValue.TimeMeasured(t, g.Wave, 0.75), 1), g.Survey.Company.Analyst);
        units = (await t.Do(new ShowValue(g.Wave, g.Survey.Company.North), g.Survey.Company.Executive)).Units;
        Assert.Equal(0.5 * 50, units[0].Figures.Difference.Value!.Value - units[1].Figures.Difference.Value!.Value, 1e-9);
        var time = (await t.Do(new ShowValue(g.Wave, g.Store(2)), g.Survey.Company.Executive)).Rows.Single(r => r.Aspect == ValueAspect.Time);
        Assert.Equal(0.5, time.Share!.Value, 1e-9);
        Assert.Equal(100 * 40 / 60.0, time.Score.Value!.Value, 1e-9);
        Assert.Equal(-0.5 * 100 * 40 / 60, time.Adds.Value!.Value, 1e-9);
        Assert.True(Assert.Single(time.Sources).IsSeries);
    }

    [Theory, EachDatabase]
    public async Task The_value_is_the_one_that_the_statistics_work_out_from_the_rows(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenValue.In(t);
        var rows = GivenValue.About(new Random(7), 60, 5, 3.4);
        await g.Answer(1, rows);
        var keys = FormTemplate.Read(FormTemplate.Value).Slots.Select(s => s.Key).ToList();
        double[] weights = [0.25, 0.35, 0.25, 0.15, 0.4, 0.25, 0.2, 0.15];
        var reference = DeliveredValue.Fit(Observations.Of(keys, [.. Enumerable.Range(0, keys.Count).Select(q => rows.Select(r => (double)r[q]).ToArray())]),
            new([.. keys.Take(4).Zip(weights)], [.. keys.Skip(4).Take(4).Zip(weights.Skip(4))], 1, 7));
        var whole = (await t.Do(new ShowValue(g.Wave, g.Store(1)))).Whole;
        Same(reference.Benefit, whole.Benefit);
        Same(reference.Cost, whole.Cost);
        Same(reference.Difference, whole.Difference);
        Same(reference.Ratio, whole.Ratio);
        var parts = (await t.Do(new ShowValue(g.Wave, g.Store(1)))).Rows;
        Assert.Equal(whole.Difference.Value!.Value, parts.Sum(r => r.Adds.Value!.Value), 1e-9);

        static void Same(Estimate expected, Figure found)
        {
            Assert.Equal(expected.Value!.Value, found.Value!.Value, 1e-9);
            Assert.Equal(expected.StandardError!.Value, found.StandardError!.Value, 1e-9);
            Assert.Equal(expected.Lower!.Value, found.Lower!.Value, 1e-6);
        }
    }

    [Theory, EachDatabase]
    public async Task Weights_are_kept_with_who_set_them_and_earlier_ones_can_be_looked_through_again(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenValue.In(t);
        await g.Answer(1, GivenValue.About(new Random(9), 40, 5, 3));
        var analyst = g.Survey.Company.Analyst;
        var usual = (await t.Do(new ShowValue(g.Wave))).Model.Items;
        Assert.Equal(1, await t.Do(new SetValueModel([.. usual.Select(i => i.Aspect == ValueAspect.Money ? i with { Weight = 0.9 } : i)], 0), analyst));
        Assert.Equal(2, await t.Do(new SetValueModel(usual, 1), analyst));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SetValueModel(usual, 1), analyst));
        var view = await t.Do(new ShowValue(g.Wave));
        Assert.Equal([2L, 1], view.Models.Select(m => m.Number));
        Assert.All(view.Models, m => Assert.Equal(analyst.Name, m.MadeBy));
        var before = await t.Do(new ShowValue(g.Wave, Version: 1));
        Assert.Equal((1L, 0.9), (before.Model.Number, before.Rows.Single(r => r.Aspect == ValueAspect.Money).Weight));
        Assert.NotEqual(before.Whole.Difference.Value, view.Whole.Difference.Value);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowValue(g.Wave, Version: 9)));

        Task Refuses(Func<ValueItem, ValueItem> change) => Assert.ThrowsAsync<Invalid>(() => t.Do(new SetValueModel([.. usual.Select(change)], 2), analyst));
        await Refuses(i => i with { Weight = i.Aspect.IsCost() ? 0 : i.Weight });
        await Refuses(i => i.Aspect == ValueAspect.Time ? i with { Weight = double.NaN } : i);
        await Refuses(i => i.Aspect == ValueAspect.Time ? i with { Measures = ["nps"] } : i);
        await Refuses(i => i.Aspect == ValueAspect.Time ? i with { Measures = ["nothing"] } : i);
        await Refuses(i => i.Aspect == ValueAspect.Time ? i with { Series = ["NONE"] } : i);
        await Refuses(i => i.Aspect == ValueAspect.Time ? i with { Measures = [] } : i);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetValueModel([.. usual.Skip(1)], 2), analyst));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SetValueModel(usual, 2), g.Survey.Company.Executive));
    }

    [Theory, EachDatabase]
    public async Task The_value_of_few_customers_is_withheld_and_what_is_not_measured_is_named_and_shared_out(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenValue.In(t);
        await g.Answer(1, GivenValue.About(new Random(11), 40, 5, 3));
        await g.Answer(4, GivenValue.About(new Random(11), 40, 5, 3));
        await g.Answer(3, GivenValue.About(new Random(12), 4, 5, 3));
        var analyst = g.Survey.Company.Analyst;
        await t.Do(new SetValueModel(await GivenValue.TimeMeasured(t, g.Wave), 0), analyst);
        var few = await t.Do(new ShowValue(g.Wave, g.Store(3)));
        Assert.False(few.Whole.Difference.Given || few.Whole.Benefit.Given || few.Rows.Any(r => r.Score.Given));
        // Nobody measured how long customers of the first store wait: three costs share its weight.
        var whole = await t.Do(new ShowValue(g.Wave, g.Store(1)));
        Assert.Equal(7, whole.Whole.Measured);
        Assert.Null(whole.Rows.Single(r => r.Aspect == ValueAspect.Time).Share);
        Assert.Equal(1, whole.Rows.Where(r => r.Aspect.IsCost()).Sum(r => r.Share ?? 0), 1e-9);
        Assert.Equal(g.Wave, Assert.Single(await t.Do(new ListWavesTelling(WaveTells.Value), analyst)).Wave.Id);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowValue(g.Wave, g.Survey.Company.South), g.Survey.Company.StoreManager));
    }
}
