using Regard.Improvement;
using Regard.Measures;
using Regard.Standards;
using Regard.Storage;
using Regard.Tests.Surveys;
namespace Regard.Tests.Measures.Gaps;

public class ProcessTests
{
    [Theory, EachDatabase]
    public async Task Each_stage_of_the_journey_has_what_is_perceived_and_delivered_over_the_indicators_that_its_standards_serve(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        Assert.Null((await t.Do(new ShowProcesses())).At);
        var steps = Enumerable.Range(0, 3).Select(_ => Id<BlueprintStep>.New(t.Clock.Now)).ToList();
        await t.Do(new SaveBlueprint(0, [.. steps.Select((step, i) => new BlueprintStage { Names = Survey.Said($"Stage {i}"), Steps = [new() { Id = step, Names = Survey.Said($"Step {i}") }] })]));
        foreach (var (indicator, step) in new[] { ("A1", 0), ("B1", 0), ("A2", 1) })
            await t.Do(new AddStandard($"S-{indicator}", new() { Names = Survey.Said(indicator), Says = Survey.Said(indicator), Indicators = [indicator], Kind = StandardKind.Graded, Demanded = 80, Minimum = 50, Origin = StandardOrigin.OutsideIn, StepId = steps[step] }, new(2030, 1, 1)));
        foreach (var less in (double[])[-5, 0, 5]) await given.Deliver(given.Store(1), ("A1", 70 + less), ("B1", 40 + less));
        await new WaveClosing(t.Office).Run(given.Wave, t.Installation);

        var view = await t.Do(new ShowProcesses(given.Store(1)), given.Survey.Company.RegionalManager);
        Assert.Equal((given.Wave, given.Store(1)), (view.At!.Wave.Id, view.At.Unit.Id));
        Assert.Equal(["A1 B1", "A2", ""], view.Stages.Select(p => string.Join(' ', p.Indicators.Select(i => i.Code))));
        // A1 weighs 0.3 and B1 0.4 in the index.
        Assert.Equal((0.3 * 70 + 0.4 * 40) / 0.7, view.Stages[0].Line.Delivered.Value!.Value, 1e-9);
        Assert.Equal(80 - view.Stages[0].Line.Delivered.Value!.Value, view.Stages[0].Line.Delivery.Value!.Value, 1e-9);
        // The same numbers as the gap page's.
        var a2 = (await t.Do(new ShowGaps(given.Wave, given.Store(1), "A2"))).Whole;
        Assert.Equal((a2.Perceived.Value, a2.Perceived.Lower, a2.Perceived.N), (view.Stages[1].Line.Perceived.Value, view.Stages[1].Line.Perceived.Lower, view.Stages[1].Line.Perceived.N));
        Assert.Equal(60L, view.Stages[0].Line.Perceived.N);
        Assert.Equal([Withheld.Unmeasured, Withheld.Unmeasured], view.Stages.Skip(1).Select(p => p.Line.Delivered.Withheld));
        // Nobody answered for the third store.
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowProcesses(given.Store(2)), given.Survey.Company.StoreManager));
        Assert.False((await t.Do(new ShowProcesses(given.Store(3)), given.Survey.Company.Executive)).Stages[0].Line.Perceived.Given);
    }
}
