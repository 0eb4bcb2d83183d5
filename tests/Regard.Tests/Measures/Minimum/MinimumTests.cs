using Regard.Measures;
using Regard.Storage;
using Regard.Tests.Measures.Gaps;
namespace Regard.Tests.Measures.Minimum;

public class MinimumTests
{
    [Theory, EachDatabase]
    public async Task A_unit_whose_mean_is_all_right_while_fifteen_in_a_hundred_fall_short_is_named(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenGaps.In(t);
        // Demanded 75, at least 50.
        await g.Demand("A1", 75);
        for (var i = 0; i < 40; i++) await g.Deliver(g.Store(1), ("A1", i % 20 < 3 ? 20 : 90));
        for (var i = 0; i < 40; i++) await g.Deliver(g.Store(2), ("A1", 80 + i % 3));
        // Low throughout is no matter of the minimum alone: the standard's own page says that it falls short.
        for (var i = 0; i < 40; i++) await g.Deliver(g.Store(3), ("A1", 45 + i % 3));
        var view = await t.Do(new ShowMinimum(g.Wave), g.Survey.Company.Executive);
        Assert.Equal(1, view.Indicators);
        var flag = view.Flags.Single(f => f.Unit.Id == g.Store(1));
        Assert.Equal(("A1", 75.0, 50.0, 0.15), (flag.Node.Code, flag.Demanded, flag.Minimum, flag.Below.Value!.Value));
        Assert.True(flag.Mean.Value > 75 && flag.Below.Lower > 0 && flag.Below.N == 40);
        Assert.DoesNotContain(view.Flags, f => f.Unit.Id == g.Store(2) || f.Unit.Id == g.Store(3));
        Assert.DoesNotContain((await t.Do(new ShowMinimum(g.Wave, Least: 0.2))).Flags, f => f.Unit.Id == g.Store(1));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ShowMinimum(g.Wave, Least: 2)));

        // What swings is less consistent than what is always alike, however high or low.
        var units = (await t.Do(new ShowMinimum(g.Wave, g.Survey.Company.North))).Rows.ToDictionary(r => r.Unit.Id);
        Assert.True(units[g.Store(1)].Encounters.Upper < units[g.Store(2)].Encounters.Lower);
        Assert.Equal((0.15, 0.0), (units[g.Store(1)].Below.Value!.Value, units[g.Store(2)].Below.Value!.Value));
        Assert.All(units.Values, r => Assert.True(r.Answers.Given && r.Index.Lower <= r.Index.Value && r.Index.Value <= r.Index.Upper && !r.Visits.Given && !r.Staff.Given));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowMinimum(g.Wave, g.Survey.Company.South), g.Survey.Company.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task Few_encounters_name_nobody(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenGaps.In(t);
        await g.Demand("A1", 75);
        foreach (var level in new[] { 95, 95, 95, 20 }) await g.Deliver(g.Store(1), ("A1", level));
        var view = await t.Do(new ShowMinimum(g.Wave));
        Assert.Empty(view.Flags);
        Assert.All(view.Rows, r => Assert.False(r.Encounters.Given || r.Below.Given));
    }

    [Fact]
    public void The_interval_of_consistency_holds_the_truth_as_often_as_it_says()
    {
        var (chance, held) = (new Random(23), 0);
        for (var draw = 0; draw < 2000; draw++)
        {
            // Levels that scatter by 12 about each of three means: 100 - 24.
            var e = Consistency.Within(new[] { 50.0, 60, 75 }.Select(mean => Enumerable.Range(0, 8).Select(_ => mean + 12 * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()))));
            if (e.Lower <= 76 && 76 <= e.Upper) held++;
        }
        Assert.InRange(held, 1870, 1930);
    }
}
