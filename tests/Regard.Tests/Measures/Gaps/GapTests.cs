using System.Text.Json;
using Regard.Improvement;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures.Gaps;

public class GapTests
{
    [Theory, EachDatabase]
    public async Task The_gap_of_a_store_is_the_exact_sum_of_what_lies_behind_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        await given.Managers(given.Store(1), 9, a1: 3, a2: 3, b1: 3);
        foreach (var (code, level) in new[] { ("A1", 80.0), ("A2", 90.0), ("B1", 60.0) }) await given.Demand(code, level);
        foreach (var less in (double[])[-5, 0, 5]) await given.Deliver(given.Store(1), ("A1", 70 + less), ("A2", 85 + less), ("B1", 40 + less));
        var view = await t.Do(new ShowGaps(given.Wave, given.Store(1)));
        var (line, chain) = (view.Whole, view.Whole.Chain!);
        Assert.Equal((3, 3, 0), (line.Indicators, chain.Over.Count, line.Missing.Count));
        Assert.Equal(0.3 * 80 + 0.3 * 90 + 0.4 * 60, line.Demanded.Value!.Value, 1e-9);
        Assert.Equal(0.3 * 70 + 0.3 * 85 + 0.4 * 40, line.Delivered.Value!.Value, 1e-9);
        Assert.Equal((3L, 9L, 60L), (line.Delivered.N!.Value, line.Believed.N!.Value, line.Expected.N!.Value));
        Assert.Equal(chain.Service.Value!.Value, chain.Knowledge.Value!.Value + chain.Standards.Value!.Value + chain.Delivery.Value!.Value + chain.Reception.Value!.Value, 1e-9);
        Assert.Equal(line.Expected.Value!.Value - line.Perceived.Value!.Value, line.Service.Value!.Value, 1e-9);
        Assert.Equal(line.Service.Value, chain.Service.Value);
        // The same respondents gave both: the gap is the index page's, turned round, with the same error.
        var shown = (await t.Do(new ExplainNumber(given.Wave, given.Store(1), "index/gap"))).Figure;
        Assert.Equal((-shown.Value!.Value, shown.StandardError!.Value), (line.Service.Value!.Value, line.Service.StandardError!.Value));
        Assert.All(line.Gaps.Where(g => g.Given), g => Assert.True(g.Lower < g.Value && g.Value < g.Upper));
        Assert.Equal(["A", "B"], view.Nodes.Select(n => n.Node.Code));
    }

    [Theory, EachDatabase]
    public async Task What_nobody_measured_is_unmeasured_and_never_zero(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        await given.Demand("A1", 80);
        await given.Deliver(given.Store(1), ("A1", 70));
        await given.Deliver(given.Store(1), ("A1", 60), ("B1", 30));
        var line = (await t.Do(new ShowGaps(given.Wave, given.Store(1)))).Whole;
        Assert.Null(line.Chain);
        Assert.Equal([Withheld.Unmeasured, Withheld.Unmeasured, Withheld.No, Withheld.Unmeasured, Withheld.No], line.Gaps.Select(g => g.Withheld));
        // Demanded and delivered meet in A1 alone; what was delivered of B1 has no level to fall short of.
        Assert.Equal(80 - 65, line.Delivery.Value!.Value, 1e-9);
        Assert.Equal([GapLevel.Believed, GapLevel.Demanded, GapLevel.Delivered], line.Missing.Single(m => m.Indicator == "A2").Levels);
        Assert.Equal([GapLevel.Believed], line.Missing.Single(m => m.Indicator == "A1").Levels);
    }

    [Theory, EachDatabase]
    public async Task A_store_with_too_few_managers_is_held_against_those_of_the_nearest_unit_above_with_enough(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        await given.Managers(given.Survey.Company.Group, 6, a1: 2, a2: 2, b1: 2);
        var view = await t.Do(new ShowGaps(given.Wave, given.Store(1)));
        Assert.Equal(given.Survey.Company.Group, view.Believing!.Id);
        Assert.True(view.Whole.Knowledge.Given);
        var few = await GivenGaps.In(await TestOffice.On(on));
        await few.Managers(few.Survey.Company.Group, 4, a1: 2, a2: 2, b1: 2);
        var without = await few.Test.Do(new ShowGaps(few.Wave, few.Store(1)));
        Assert.Null(without.Believing);
        Assert.Equal(Withheld.Unmeasured, without.Whole.Knowledge.Withheld);
    }

    [Theory, EachDatabase]
    public async Task What_was_done_each_time_it_was_looked_at_is_not_certain_of_all_other_times(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        await given.Demand("A1", 100);
        for (var i = 0; i < 3; i++) await given.Deliver(given.Store(1), ("A1", 100));
        var line = (await t.Do(new ShowGaps(given.Wave, given.Store(1)))).Whole;
        // Wilson's interval for 3 of 3: from 43.9 % on.
        Assert.Equal((100.0, 43.85, 100.0), (line.Delivered.Value!.Value, Math.Round(line.Delivered.Lower!.Value, 2), line.Delivered.Upper!.Value));
        Assert.True(line.Delivery is { Value: 0, Upper: > 50 });
    }

    [Theory, EachDatabase]
    public async Task A_single_visit_is_no_measurement_of_a_store(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        await given.Demand("A1", 80);
        await given.Deliver(given.Store(1), ("A1", 70));
        Assert.Equal(Withheld.TooFew, (await t.Do(new ShowGaps(given.Wave, given.Store(1)))).Whole.Delivered.Withheld);
    }

    [Theory, EachDatabase]
    public async Task The_gaps_of_a_frozen_wave_are_those_it_had_when_it_closed(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        await given.Managers(given.Survey.Company.Group, 9, a1: 3, a2: 3, b1: 3);
        await given.Demand("A1", 80);
        await given.Deliver(given.Store(1), ("A1", 70));
        await given.Deliver(given.Store(2), ("A1", 60));
        var before = await t.Do(new ShowGaps(given.Wave));
        await new WaveClosing(t.Office).Run(given.Wave, t.Installation);
        var after = await t.Do(new ShowGaps(given.Wave));
        Assert.Equal(JsonSerializer.Serialize(before.Whole), JsonSerializer.Serialize(after.Whole));
        Assert.Equal(JsonSerializer.Serialize(before.Nodes), JsonSerializer.Serialize(after.Nodes));
        Assert.Equal(JsonSerializer.Serialize(before.Units), JsonSerializer.Serialize(after.Units));
    }

    [Theory, EachDatabase]
    public async Task A_manager_sees_the_gaps_of_the_own_stores_only(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        var manager = given.Survey.Company.StoreManager;
        Assert.Equal(given.Store(1), (await t.Do(new ShowGaps(given.Wave), manager)).At.Unit.Id);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowGaps(given.Wave, given.Store(2)), manager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowMirror(given.Wave, given.Store(2)), manager));
    }
}
