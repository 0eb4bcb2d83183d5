using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Visits;
using Regard.Work;
namespace Regard.Tests.Visits;

public sealed class VisitPlanTests
{
    [Theory, EachDatabase]
    public async Task A_plan_puts_visits_on_lists_and_shows_how_far_it_is(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        var plan = new PlanVisits("Spring", VisitKind.Mystery, await given.Form(FormTemplate.Reception), [c.Store(1), c.Store(3), given.Competitor], 2, given.Today.AddDays(20), [c.Agency.Person!.Value, c.FrontLine.Person!.Value]);
        Assert.Equal(1, await t.Do(plan, c.Executive));
        // In turn; the front line of store 1 may not go to store 3, so the agency does.
        Assert.Equal(["PlannedVisit Visit Rival: Spring, 2 times", "PlannedVisit Visit Store 1: Spring, 2 times", "PlannedVisit Visit Store 3: Spring, 2 times"], await given.Open(c.Agency));
        var task = (await t.Do(new ListMyWork(), c.Agency)).Mine.Single(i => i.Title.In(Language.English).Contains("Store 1", StringComparison.Ordinal));
        var order = Id<VisitOrder>.Parse(task.Path.Split('=')[1], null);
        Assert.Equal("Spring", (await t.Do(new ShowOrder(order), c.Agency)).Plan.Name);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowOrder(order), c.FrontLine));
        var sent = await given.Seen(FormTemplate.Reception, c.Store(1), VisitKind.Mystery) with { OrderId = order };
        await Assert.ThrowsAsync<Invalid>(() => t.Do(sent with { UnitId = c.Store(2) }, c.Agency));
        await t.Do(sent, c.Agency);
        Assert.Equal((6L, 1L), (await t.Do(new ShowVisitPlans(), c.Executive)).Plans.Single() is var p ? (p.Planned, p.Made) : default);
        Assert.Equal(3, (await given.Open(c.Agency)).Count);
        await t.Do(sent with { Key = Guid.NewGuid() }, c.Agency);
        Assert.Equal(2, (await given.Open(c.Agency)).Count);

        // Nobody who leads a unit is to expect a mystery visit there.
        Assert.Empty((await t.Do(new ShowVisitPlans(), c.StoreManager)).Plans);
        Assert.DoesNotContain((await t.Do(new ListWork(WorkView.Team), c.StoreManager)).Items, i => i.Item.Kind == WorkKind.PlannedVisit);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new StopVisitPlan(1), c.RegionalManager));
        await t.Do(new StopVisitPlan(1), c.Analyst);
        Assert.Empty(await given.Open(c.Agency));
        Assert.NotNull((await t.Do(new ShowVisitPlans(), c.Executive)).Plans.Single().Plan.StoppedAt);
    }

    [Theory, EachDatabase]
    public async Task A_plan_stays_within_the_units_in_care_and_asks_for_what_is_missing(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        var plan = new PlanVisits("North", VisitKind.Hygiene, await given.Form(FormTemplate.Hygiene), [c.Store(1)], 1, given.Today, [c.FrontLine.Person!.Value]);
        async Task Wrong(string field, PlanVisits wrong, Caller? by = null) => Assert.Contains(field, (await Assert.ThrowsAsync<Invalid>(() => t.Do(wrong, by ?? c.RegionalManager))).Problems.Select(p => p.Field));
        await Wrong("Units", plan with { Units = [c.Store(3)] });
        await Wrong("Units", plan with { Units = [] });
        await Wrong("EachUnit", plan with { EachUnit = 0 });
        await Wrong("UntilDay", plan with { UntilDay = given.Today.AddDays(-1) });
        await Wrong("Visitors", plan with { Units = [c.Store(2)] });
        await Wrong("Name", plan with { Name = " " });
        await t.Do(plan, c.RegionalManager);
        Assert.Empty((await t.Do(new ShowVisitPlans(), await c.Person("Sou Manager", Role.Manager, c.South))).Plans);
    }
}
