using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Work;

public class WorkTests
{
    static DateOnly Day(TestOffice t, int days) => DateOnly.FromDateTime(t.Clock.Now.UtcDateTime).AddDays(days);

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
        Assert.True(work.Mine[0].IsOverdue(work.Today));
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
        var stranger = await c.Person("Sue South", Regard.Organisation.Role.Manager, c.South);
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
}
