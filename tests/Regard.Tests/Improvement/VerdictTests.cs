using Regard.Improvement;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Measures;
using Regard.Tests.Organisation;
namespace Regard.Tests.Improvement;

/// <summary>Sixteen stores from weak to strong; some of the weak get plans, and one of them truly improves.</summary>
public class VerdictTests
{
    const double level = 0.6;

    sealed record Given(Survey Survey, Id<Unit>[] Stores, Id<Wave> First)
    {
        public TestOffice Test => Survey.Test;
        public Caller Executive => Survey.Company.Executive;
    }

    static async Task<Given> FirstWave(TestOffice t)
    {
        var survey = await Survey.In(await Company.In(t));
        var stores = new Id<Unit>[16];
        for (var i = 0; i < stores.Length; i++) stores[i] = await t.Do(new AddUnit($"X{i:00}", $"Store X{i}", UnitKind.Store, survey.Company.South, new DateOnly(2020, 1, 1)));
        return new(survey, stores, await Wave(survey, stores, seed: 1, (_, _) => 0));
    }

    /// <param name="shift">Store and slot to a change of the true level.</param>
    static async Task<Id<Wave>> Wave(Survey survey, Id<Unit>[] stores, int seed, Func<int, int, double> shift, FormDocument? form = null)
    {
        var wave = await survey.OpenWave(form);
        var chance = new Random(seed);
        for (var i = 0; i < stores.Length; i++)
        {
            var own = level + 0.02 * (i - stores.Length / 2);
            await survey.Answer(wave, stores[i], 60, _ =>
            {
                var row = Survey.Drawn(chance, own);
                for (var slot = 0; slot < 9; slot++) if (shift(i, slot) is var s and not 0) row[slot] = Survey.Drawn(chance, own + s)[slot];
                return row;
            });
        }
        survey.Test.Clock.Now += TimeSpan.FromDays(10);
        await new WaveClosing(survey.Test.Office).Run(wave, survey.Test.Installation);
        survey.Test.Clock.Now += TimeSpan.FromDays(100);
        return wave;
    }

    static async Task Start(Given g, PlanRow plan)
    {
        await g.Test.Do(new WritePlan(plan.Id, plan.Revision, "Late", "No lift", null, plan.DueOn, plan.OwnerId), g.Executive);
        await g.Test.Do(new AddPlanStep(plan.Id, "Buy a lift"), g.Executive);
        await g.Test.Do(new StartPlan(plan.Id), g.Executive);
        g.Test.Clock.Now += TimeSpan.FromDays(1);
    }

    [Theory, EachDatabase]
    public async Task A_true_improvement_is_called_effective_and_a_weak_store_without_one_is_not(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await FirstWave(t);
        // Every second of the weakest on A1 is started; the first of them truly improves by a quarter of the scale.
        var plans = (await t.Do(new ListPlans(), g.Executive)).Where(p => p.IndicatorCode == "A1").OrderBy(p => p.Score).Where((_, i) => i % 2 == 1).Take(3).ToList();
        foreach (var plan in plans) await Start(g, plan);
        var improved = Array.IndexOf(g.Stores, plans[0].UnitId);
        await Wave(g.Survey, g.Stores, seed: 2, (store, slot) => store == improved && slot == 1 ? 0.25 : 0);

        var verdict = (await t.Do(new ShowPlan(plans[0].Id), g.Executive)).Verdict!;
        Assert.Equal((Verdict.Effective, Untested.None), (verdict.Verdict, verdict.Reason));
        Assert.True(verdict.Lower > 0 && verdict.Effect > verdict.Lower && verdict.SmallestDetectable > 0 && verdict.ComparisonUnits >= 6);
        Assert.True(verdict.AfterValue > verdict.BeforeValue);
        Assert.InRange(verdict.AfterValue!.Value - verdict.ExpectedValue!.Value, verdict.Effect!.Value - 1e-9, verdict.Effect.Value + 1e-9);

        foreach (var plan in plans.Skip(1))
        {
            var other = (await t.Do(new ShowPlan(plan.Id), g.Executive)).Verdict!;
            Assert.NotEqual(Verdict.Effective, other.Verdict);
        }
    }

    [Theory, EachDatabase]
    public async Task No_plan_has_a_verdict_before_the_next_wave(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await FirstWave(t);
        var plan = (await t.Do(new ListPlans(), g.Executive))[0];
        await Start(g, plan);
        Assert.Null((await t.Do(new ShowPlan(plan.Id), g.Executive)).Verdict);
    }

    [Theory, EachDatabase]
    public async Task What_was_never_started_lapses_and_is_not_testable(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await FirstWave(t);
        var plan = (await t.Do(new ListPlans(), g.Executive))[0];
        await Wave(g.Survey, g.Stores, seed: 2, (_, _) => 0);
        var shown = await t.Do(new ShowPlan(plan.Id), g.Executive);
        Assert.Equal((PlanState.Dropped, Verdict.NotTestable, Untested.NeverStarted), (shown.Plan.State, shown.Verdict!.Verdict, shown.Verdict.Reason));
        Assert.Equal(2, shown.Course.Count);
    }

    [Theory, EachDatabase]
    public async Task A_plan_started_during_the_next_wave_is_not_judged_by_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await FirstWave(t);
        var plan = (await t.Do(new ListPlans(), g.Executive))[0];
        var wave = await g.Survey.OpenWave();
        var chance = new Random(3);
        foreach (var store in g.Stores) await g.Survey.Answer(wave, store, 30, _ => Survey.Drawn(chance, level));
        t.Clock.Now += TimeSpan.FromDays(1);
        await Start(g, plan);
        await new WaveClosing(t.Office).Run(wave, t.Installation);
        var shown = await t.Do(new ShowPlan(plan.Id), g.Executive);
        Assert.Equal((PlanState.Started, Untested.StartedTooLate), (shown.Plan.State, shown.Verdict!.Reason));
    }

    [Theory, EachDatabase]
    public async Task A_wave_that_asks_otherwise_judges_nothing(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await FirstWave(t);
        var plan = (await t.Do(new ListPlans(), g.Executive)).First(p => p.IndicatorCode == "A1");
        await Start(g, plan);
        var battery = (BatteryItem)Survey.Form.Pages[0].Items[0];
        var longer = Survey.Form with { Pages = [new() { Items = [battery with { Rows = [battery.Rows[0] with { Title = Survey.Said("Other words") }, .. battery.Rows.Skip(1)] }, .. Survey.Form.Pages[0].Items.Skip(1)] }] };
        await Wave(g.Survey, g.Stores, seed: 2, (_, _) => 0, longer);
        Assert.Equal(Untested.NotComparable, (await t.Do(new ShowPlan(plan.Id), g.Executive)).Verdict!.Reason);
    }

    [Theory, EachDatabase]
    public async Task Too_few_units_to_compare_with_is_said_so(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var stores = Enumerable.Range(1, 4).Select(survey.Company.Store).ToArray();
        var g = new Given(survey, stores, await Wave(survey, stores, seed: 1, (_, _) => 0));
        var plan = (await t.Do(new ListPlans(), g.Executive))[0];
        await Start(g, plan);
        await Wave(survey, stores, seed: 2, (_, _) => 0);
        var verdict = (await t.Do(new ShowPlan(plan.Id), g.Executive)).Verdict!;
        Assert.Equal((Verdict.NotTestable, Untested.TooFewComparisonUnits), (verdict.Verdict, verdict.Reason));
    }
}
