using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Work;

public class WorkTests
{
    static DateOnly Day(TestOffice t, int days) => DateOnly.FromDateTime(t.Clock.Now.UtcDateTime).AddDays(days);

    static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

    [Theory, EachDatabase]
    public async Task A_manager_asks_for_something_and_the_owner_does_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var id = await t.Do(new AddWorkItem(c.Store(1), "Call the three customers back", c.FrontLine.Person!.Value, Day(t, 3)), c.StoreManager);
        var late = await t.Do(new AddWorkItem(c.Store(1), "Yesterday's", c.FrontLine.Person!.Value, Day(t, 0)), c.StoreManager);
        t.Clock.Now += TimeSpan.FromDays(1);
        var work = await t.Do(new ListMyWork(), c.FrontLine);
        Assert.Equal([late, id], work.Mine.Select(w => w.Id));
        Assert.True(work.Mine[0].IsOverdue(work.Now));
        Assert.Equal(2, (await t.Do(new ListMyWork(), c.RegionalManager)).Others.Count);
        await t.Do(new CompleteWorkItem(id), c.FrontLine);
        Assert.Equal(late, Assert.Single((await t.Do(new ListMyWork(), c.FrontLine)).Mine).Id);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new CompleteWorkItem(id), c.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task A_task_is_handed_over_within_the_unit_only(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var id = await t.Do(new AddWorkItem(c.Store(1), "Look into it", c.StoreManager.Person!.Value, Day(t, 3)), c.RegionalManager);
        Assert.Equal(["Fran Line", "Stan Manager", "Reg Manager", "Ann Alyst", "Eve Executive"], (await t.Do(new ShowHandOver(id), c.StoreManager)).People.Select(p => p.Name));
        await t.Do(new HandOver(id, c.FrontLine.Person!.Value), c.StoreManager);
        Assert.Single((await t.Do(new ListMyWork(), c.FrontLine)).Mine);
        var stranger = await c.Person("Sue South", Role.Manager, c.South);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new HandOver(id, stranger.Person!.Value), c.FrontLine));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new HandOver(id, stranger.Person!.Value), stranger));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new CompleteWorkItem(id), c.Agency));
    }

    [Theory, EachDatabase]
    public async Task A_task_needs_words_a_day_and_a_unit_in_ones_care(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var owner = c.StoreManager.Person!.Value;
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddWorkItem(c.Store(1), " ", owner, Day(t, 1)), c.StoreManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddWorkItem(c.Store(1), "x", owner, Day(t, -1)), c.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new AddWorkItem(c.Store(2), "x", owner, Day(t, 1)), c.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task What_is_due_on_a_day_is_due_when_the_unit_closes(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var calendar = await t.Do(new SaveCalendar(null, "Shifts", "Asia/Shanghai", [.. Enumerable.Repeat("09:00-12:00, 13:30-17:00", 5), "", ""], null), c.Administrator);
        await t.Do(new SetUnitCalendar(c.North, calendar), c.Administrator);
        await t.Do(new AddWorkItem(c.Store(1), "Thursday's", c.StoreManager.Person!.Value, Day(t, 0)), c.RegionalManager);
        var item = (await t.Do(new ListMyWork(), c.StoreManager)).Mine.Single();
        Assert.Equal((At("2031-05-01T17:00+08:00"), Day(t, 0)), (item.DueAt, item.DueOn));
        // A working day of 8 hours later: 6.5 on Friday, 1.5 on Monday.
        Assert.Equal(At("2031-05-05T10:30+08:00"), item.EscalatesAt);
    }

    [Theory, EachDatabase]
    public async Task Another_area_puts_a_task_by_the_minute_moves_it_and_puts_it_back(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (subject, at) = (Guid.CreateVersion7(t.Clock.Now), t.Clock.Now);
        await t.Do(new PutWorkItem(WorkKind.Case, subject, Text.OneFor(Language.English, "Case 1"), "/cases/1", c.Store(1), c.FrontLine.Person, at.AddMinutes(30)));
        async Task<WorkItem?> Mine() => (await t.Do(new ListMyWork(), c.FrontLine)).Mine.SingleOrDefault();
        Assert.Equal((at.AddMinutes(30), at.AddMinutes(30), null), ((await Mine())!.DueAt, (await Mine())!.EscalatesAt, (await Mine())!.DueOn));
        var id = (await Mine())!.Id;
        await Assert.ThrowsAsync<Refused>(() => t.Do(new CompleteWorkItem(id), c.FrontLine));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new HandOver(id, c.StoreManager.Person!.Value), c.FrontLine));
        await t.Do(new MoveWorkItem(WorkKind.Case, subject, c.FrontLine.Person, at.AddHours(4), at.AddHours(2)));
        Assert.Equal((at.AddHours(4), at.AddHours(2)), ((await Mine())!.DueAt, (await Mine())!.EscalatesAt));
        await t.Do(new SettleWorkItem(WorkKind.Case, subject));
        Assert.Null(await Mine());
        t.Clock.Now += TimeSpan.FromHours(5);
        await t.Do(new SettleWorkItem(WorkKind.Case, subject, Done: false));
        Assert.Equal((at.AddHours(4), at.AddHours(5)), ((await Mine())!.DueAt, (await Mine())!.EscalatesAt));
    }
}
