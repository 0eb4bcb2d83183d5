using Regard.Improvement;
using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Measures;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Improvement;

public class PlanTests
{
    static async Task<(Survey, Id<Wave>)> Frozen(TestOffice t)
    {
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(4);
        // A1 is weakest by far in store 1, B1 in store 3.
        for (var store = 1; store <= 4; store++)
            await survey.Answer(wave, survey.Company.Store(store), 40, _ =>
            {
                var row = Survey.Drawn(chance, 0.7);
                if (store == 1) row[1] = 0;
                if (store == 3) row[7] = 0;
                return row;
            });
        await new WaveClosing(t.Office).Run(wave, t.Installation);
        return (survey, wave);
    }

    static async Task<PlanRow> First(TestOffice t, Caller caller) => (await t.Do(new ListPlans(), caller))[0];

    [Theory, EachDatabase]
    public async Task Freezing_drafts_plans_for_the_weakest_indicators_of_each_unit(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Frozen(t);
        var plans = await t.Do(new ListPlans(), survey.Company.Executive);
        Assert.Equal(8, plans.Count);
        Assert.All(plans, p => Assert.Equal((PlanState.Draft, wave, DateOnly.FromDateTime(t.Clock.Now.UtcDateTime).AddDays(90)), (p.State, p.WaveId, p.DueOn)));
        Assert.Equal(2, plans.Count(p => p.UnitCode == "N1"));
        Assert.Contains(plans, p => p is { UnitCode: "N1", IndicatorCode: "A1", Score: 0, ScoreN: 40 });
        Assert.Contains(plans, p => p is { UnitCode: "S3", IndicatorCode: "B1" });
    }

    [Theory, EachDatabase]
    public async Task A_plan_falls_to_the_nearest_manager_and_else_to_the_executive(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, _) = await Frozen(t);
        var plans = await t.Do(new ListPlans(), survey.Company.Executive);
        Assert.All(plans, p => Assert.Equal(p.UnitCode switch { "N1" => "Stan Manager", "N2" => "Reg Manager", _ => "Eve Executive" }, p.OwnerName));
        Assert.Equal(2, (await t.Do(new ListMyWork(), survey.Company.StoreManager)).Mine.Count);
        var regional = await t.Do(new ListMyWork(), survey.Company.RegionalManager);
        Assert.Equal((2, 2), (regional.Mine.Count, regional.Others.Count));
        Assert.Equal("提升Store 1的“A1”", (await t.Do(new ListMyWork(), survey.Company.StoreManager)).Mine.First(w => w.Title["en"].Contains("A1")).Title["zh-Hans"]);
    }

    [Theory, EachDatabase]
    public async Task A_plan_starts_with_problem_cause_and_step_and_ends_when_all_steps_are_done(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, _) = await Frozen(t);
        var manager = survey.Company.StoreManager;
        var plan = await First(t, manager);
        var missing = await Assert.ThrowsAsync<Invalid>(() => t.Do(new StartPlan(plan.Id), manager));
        Assert.Equal(["Problem", "RootCause", "Words"], missing.Problems.Select(p => p.Field));

        await t.Do(new WritePlan(plan.Id, plan.Revision, "Cars are late", "One lift for two shifts", 75, plan.DueOn, plan.OwnerId), manager);
        var step = await t.Do(new AddPlanStep(plan.Id, "Order a second lift", plan.DueOn), manager);
        await t.Do(new StartPlan(plan.Id), manager);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new FinishPlan(plan.Id), manager));
        await t.Do(new CompletePlanStep(plan.Id, step), manager);
        await t.Do(new CompletePlanStep(plan.Id, step, Done: false), manager);
        Assert.Null((await t.Do(new ShowPlan(plan.Id), manager)).Steps[0].DoneAt);
        await t.Do(new CompletePlanStep(plan.Id, step), manager);
        await t.Do(new FinishPlan(plan.Id), manager);

        var shown = await t.Do(new ShowPlan(plan.Id), survey.Company.FrontLine);
        Assert.Equal((PlanState.Done, 75.0, false, "Stan Manager"), (shown.Plan.State, shown.Plan.Target, shown.MayEdit, shown.Steps[0].DoneBy));
        Assert.Null(shown.Verdict);
        Assert.Single((await t.Do(new ListMyWork(), manager)).Mine);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AddPlanStep(plan.Id, "More"), manager));
    }

    [Theory, EachDatabase]
    public async Task The_later_of_two_writers_is_told(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, _) = await Frozen(t);
        var plan = await First(t, survey.Company.StoreManager);
        WritePlan Written(string problem) => new(plan.Id, plan.Revision, problem, "", null, plan.DueOn, plan.OwnerId);
        await t.Do(Written("mine"), survey.Company.StoreManager);
        await Assert.ThrowsAsync<Refused>(() => t.Do(Written("theirs"), survey.Company.RegionalManager));
        Assert.Equal("mine", (await t.Do(new ShowPlan(plan.Id), survey.Company.StoreManager)).Plan.Problem);
    }

    [Theory, EachDatabase]
    public async Task A_plan_is_seen_and_changed_only_in_ones_own_units(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Frozen(t);
        var c = survey.Company;
        var south = (await t.Do(new ListPlans(c.South), c.Executive))[0];
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowPlan(south.Id), c.RegionalManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new DropPlan(south.Id, "no"), c.RegionalManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ListPlans(c.South), c.RegionalManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new AddPlan(c.Store(3), wave, "A1", "", south.DueOn), c.RegionalManager));
        Assert.Equal(4, (await t.Do(new ListPlans(), c.RegionalManager)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_dropped_plan_says_why_and_leaves_the_list(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, _) = await Frozen(t);
        var plan = await First(t, survey.Company.StoreManager);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new DropPlan(plan.Id, " "), survey.Company.StoreManager));
        await t.Do(new DropPlan(plan.Id, "The store closes"), survey.Company.StoreManager);
        Assert.Equal("The store closes", (await t.Do(new ListPlans(State: PlanState.Dropped), survey.Company.StoreManager)).Single().DroppedBecause);
        Assert.Single((await t.Do(new ListMyWork(), survey.Company.StoreManager)).Mine);
    }

    [Theory, EachDatabase]
    public async Task A_plan_past_its_day_is_overdue_until_it_is_done(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, _) = await Frozen(t);
        var plan = await First(t, survey.Company.StoreManager);
        Assert.False(plan.IsOverdue(plan.DueOn));
        Assert.True(plan.IsOverdue(plan.DueOn.AddDays(1)));
        t.Clock.Now += TimeSpan.FromDays(91);
        var work = await t.Do(new ListMyWork(), survey.Company.StoreManager);
        Assert.All(work.Mine, w => Assert.True(w.IsOverdue(work.Now)));
    }

    [Theory, EachDatabase]
    public async Task A_plan_of_ones_own_stands_beside_the_drafted_ones(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave) = await Frozen(t);
        var c = survey.Company;
        var taken = (await t.Do(new ListPlans(c.Store(1)), c.StoreManager)).Select(p => p.IndicatorCode).ToList();
        var free = (await t.Do(new ListBoards(wave), c.StoreManager)).Single(b => !taken.Contains(b.Code));
        var due = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime).AddDays(30);
        var id = await t.Do(new AddPlan(c.Store(1), wave, free.Code, "Ours", due), c.StoreManager);
        Assert.Equal(("Ours", free.Code, due), ((await t.Do(new ShowPlan(id), c.StoreManager)).Plan is { } p ? (p.Problem, p.IndicatorCode, p.DueOn) : default));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AddPlan(c.Store(1), wave, free.Code, "Again", due), c.StoreManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddPlan(c.Store(1), wave, "NO", "", due), c.StoreManager));
    }
}
