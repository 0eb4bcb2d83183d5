using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Work;

public class RoutineTests
{
    static async Task<List<DateOnly?>> Due(TestOffice t, Caller caller, WorkKind kind = WorkKind.Routine) => [.. (await t.Do(new ListWork(Kind: kind), caller)).Items.Select(r => r.Item.DueOn)];

    // The clock stands at Thursday 1 May 2031, nine o'clock.
    [Theory, EachDatabase]
    public async Task A_routine_is_put_once_a_working_day_for_every_unit_of_its_kind(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var id = await t.Do(new SaveRoutine(null, "Morning round", c.North, UnitKind.Store, RoutineEvery.Day), c.RegionalManager);
        Assert.Equal(2, await t.Do(new PutRoutines()));
        Assert.Equal(0, await t.Do(new PutRoutines()));
        Assert.Equal([new DateOnly(2031, 5, 1)], await Due(t, c.StoreManager));
        Assert.Equal([new DateOnly(2031, 5, 1)], await Due(t, c.RegionalManager));
        t.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(0, await t.Do(new PutRoutines()));
        t.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(2, await t.Do(new PutRoutines()));
        await t.Do(new StopRoutine(id), c.RegionalManager);
        t.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(0, await t.Do(new PutRoutines()));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new StopRoutine(id), c.RegionalManager));
    }

    [Theory, EachDatabase]
    public async Task A_weekly_routine_is_due_on_its_day_or_the_working_day_before(Engine on)
    {
        await using var t = await TestOffice.On(on, "2026-09-28T02:00:00Z");
        var c = await Company.In(t);
        var calendar = await t.Do(new SaveCalendar(null, "China", "Asia/Shanghai", [.. Enumerable.Repeat("09:00-17:00", 5), "", ""], "CN"), c.Administrator);
        await t.Do(new SetUnitCalendar(c.Group, calendar), c.Administrator);
        await t.Do(new SaveRoutine(null, "Review", c.Store(1), UnitKind.Store, RoutineEvery.Week, DayOfWeek.Friday), c.StoreManager);
        Assert.Equal(1, await t.Do(new PutRoutines()));
        // Thursday 1 October and Friday 2 are holidays.
        Assert.Equal([new DateOnly(2026, 9, 30)], await Due(t, c.StoreManager));
        t.Clock.Now += TimeSpan.FromDays(7);
        Assert.Equal(1, await t.Do(new PutRoutines()));
        // Of the week after, Thursday 8 and Friday 9 are worked.
        Assert.Contains(new DateOnly(2026, 10, 9), await Due(t, c.StoreManager));
        Assert.Equal(0, await t.Do(new PutRoutines()));
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_put_a_routine_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        Assert.Equal(3, await t.Do(new AdoptRoutines(), c.Executive));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AdoptRoutines(), c.Executive));
        var nodes = Enumerable.Range(0, 3).Select(_ => new Office(Database.At(t.Setting), t.Clock));
        // A daily one and two weekly ones for four stores; that of Wednesday is over this week.
        Assert.Equal(8, (await Task.WhenAll(nodes.Select(n => Task.Run(() => n.Do(new PutRoutines(), t.Installation))))).Sum());
    }

    [Theory, EachDatabase]
    public async Task A_unit_that_handles_nothing_for_a_week_is_flagged_until_it_does(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await t.Do(new SaveRoutine(null, "Morning round", c.North, UnitKind.Store, RoutineEvery.Day), c.RegionalManager);
        for (var day = 0; day < 9; day++)
        {
            await t.Do(new PutRoutines());
            var done = (await t.Do(new ListWork(WorkView.Team, UnitId: c.Store(2)), c.RegionalManager)).Items.Concat((await t.Do(new ListWork(UnitId: c.Store(2)), c.RegionalManager)).Items).ToList();
            if (done.Count > 0) await t.Do(new CompleteWorkItem(done[0].Item.Id), c.RegionalManager);
            Assert.Equal(day >= 7 ? 1 : 0, (await t.Do(new NoteIdleUnits()), (await t.Do(new ListIdleUnits(), c.RegionalManager)).Count).Item2);
            t.Clock.Now += TimeSpan.FromDays(1);
        }
        Assert.Equal(c.Store(1), Assert.Single(await t.Do(new ListIdleUnits(), c.Executive)).UnitId);
        Assert.Empty(await t.Do(new ListIdleUnits(), await c.Person("Sue South", Role.Manager, c.South)));
        Assert.Single(await Due(t, c.StoreManager, WorkKind.IdleUnit));
        await t.Do(new CompleteWorkItem((await t.Do(new ListWork(Kind: WorkKind.Routine), c.StoreManager)).Items[0].Item.Id), c.StoreManager);
        Assert.Equal(0, await t.Do(new NoteIdleUnits()));
        Assert.Empty(await Due(t, c.StoreManager, WorkKind.IdleUnit));
        Assert.Empty(await t.Do(new ListIdleUnits(), c.Executive));
    }

    [Theory, EachDatabase]
    public async Task A_routine_needs_words_a_kind_and_a_unit_in_ones_care(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveRoutine(null, " ", c.North, UnitKind.Store, RoutineEvery.Day), c.RegionalManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveRoutine(null, "x", c.North, UnitKind.Competitor, RoutineEvery.Day), c.RegionalManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveRoutine(null, "x", c.North, UnitKind.Store, RoutineEvery.Week), c.RegionalManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new SaveRoutine(null, "x", c.Group, UnitKind.Store, RoutineEvery.Day), c.RegionalManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new AdoptRoutines(), c.RegionalManager));
    }
}
