using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Work;

public class WorkListTests
{
    static DateOnly Day(TestOffice t, int days) => DateOnly.FromDateTime(t.Clock.Now.UtcDateTime).AddDays(days);

    static Task<Id<WorkItem>> Ask(TestOffice t, Company c, int store, string title, Caller owner, int days, Caller? by = null) => t.Do(new AddWorkItem(c.Store(store), title, owner.Person!.Value, Day(t, days)), by ?? c.Executive);

    static async Task<List<string>> Titles(TestOffice t, ListWork asked, Caller caller) => [.. (await t.Do(asked, caller)).Items.Select(r => r.Item.Title["en"])];

    [Theory, EachDatabase]
    public async Task One_list_holds_what_is_ones_own_what_was_escalated_and_what_one_stands_in_for(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Ask(t, c, 1, "mine", c.StoreManager, 5);
        await Ask(t, c, 1, "theirs", c.RegionalManager, 3);
        await Ask(t, c, 1, "late", c.FrontLine, 0);
        await Ask(t, c, 1, "not yet", c.FrontLine, 9);
        t.Clock.Now += TimeSpan.FromDays(4);
        Assert.Equal(1, await t.Do(new EscalateDue()));
        Assert.Equal(["late", "mine"], await Titles(t, new(), c.StoreManager));
        await t.Do(new NoteAbsence(c.RegionalManager.Person!.Value, Day(t, 0), Day(t, 0), c.StoreManager.Person), c.RegionalManager);
        Assert.Equal(["late", "theirs", "mine"], await Titles(t, new(), c.StoreManager));
        Assert.Equal(["late"], await Titles(t, new(WorkView.Escalated), c.StoreManager));
        Assert.Equal(["theirs"], await Titles(t, new(WorkView.StandIn), c.StoreManager));
        Assert.Equal(["late", "theirs", "not yet"], await Titles(t, new(WorkView.Team), c.StoreManager));
        Assert.Empty(await Titles(t, new(WorkView.Team), c.FrontLine));
        var list = await t.Do(new ListWork(), c.StoreManager);
        Assert.Equal([WorkBecause.Other, WorkBecause.StandIn, WorkBecause.Own], list.Items.Select(r => r.Because));
        Assert.Equal([3, 1, 1, 3], Enum.GetValues<WorkView>().Select(v => list.Counts[v]));
        Assert.Equal((3, 2), await t.Do(new CountWork(), c.StoreManager) is { } n ? (n.Open, n.Overdue) : default);
        // The stand-in may finish what is stood in for.
        await t.Do(new CompleteWorkItem(list.Items[1].Item.Id), c.StoreManager);
        Assert.Equal(2, (await t.Do(new CountWork(), c.StoreManager)).Open);
    }

    [Theory, EachDatabase]
    public async Task The_list_is_filtered_by_kind_unit_and_overdue_and_comes_in_pages(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        for (var i = 0; i < ListWork.PageSize + 1; i++) await Ask(t, c, 1, $"n{i}", c.StoreManager, 10, c.RegionalManager);
        await t.Do(new PutWorkItem(WorkKind.CallBack, Guid.NewGuid(), Text.OneFor(Language.English, "call"), "/x", c.Store(2), c.RegionalManager.Person, t.Clock.Now.AddHours(-1)));
        await t.Do(new PutWorkItem(WorkKind.Case, Guid.NewGuid(), Text.OneFor(Language.English, "case"), "/x", c.North, c.RegionalManager.Person, t.Clock.Now.AddHours(1)));
        Assert.Equal(["call"], await Titles(t, new(Kind: WorkKind.CallBack), c.RegionalManager));
        Assert.Equal(["call"], await Titles(t, new(Overdue: true), c.RegionalManager));
        Assert.Equal(["call", "case"], await Titles(t, new(UnitId: c.North), c.RegionalManager));
        Assert.Equal(["call"], await Titles(t, new(UnitId: c.Store(2)), c.RegionalManager));
        var second = await t.Do(new ListWork(WorkView.Team, Page: 2), c.RegionalManager);
        Assert.Equal((ListWork.PageSize + 1, 2, 2, 1), (second.Total, second.Pages, second.Page, second.Items.Count));
        Assert.Equal(2, (await t.Do(new ListWork(WorkView.Team, Page: 99), c.RegionalManager)).Page);
    }

    [Theory, EachDatabase]
    public async Task Several_tasks_are_changed_at_once_and_each_says_what_became_of_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (one, two, foreign) = (await Ask(t, c, 1, "one", c.StoreManager, 1), await Ask(t, c, 1, "two", c.StoreManager, 1), await Ask(t, c, 3, "foreign", c.Executive, 1));
        var subject = Guid.NewGuid();
        await t.Do(new PutWorkItem(WorkKind.Case, subject, Text.OneFor(Language.English, "case"), "/x", c.Store(1), c.StoreManager.Person, t.Clock.Now));
        var of = (await t.Do(new ListWork(Kind: WorkKind.Case), c.StoreManager)).Items.Single().Item.Id;

        var moved = await t.Do(new ChangeWork([one, two, of, foreign], WorkChange.MoveDay, Day: Day(t, 5)), c.StoreManager);
        Assert.Equal([true, true, false, false], moved.Select(o => o.Why is null));
        Assert.Empty(moved[3].Title);
        Assert.Equal(Day(t, 5), (await t.Do(new ListWork(Kind: WorkKind.Request), c.StoreManager)).Items[0].Item.DueOn);
        Assert.All(await t.Do(new ChangeWork([one], WorkChange.MoveDay, Day: Day(t, 9)), c.FrontLine), o => Assert.NotNull(o.Why));

        Assert.Equal([true, false], (await t.Do(new ChangeWork([one, of], WorkChange.HandOver, c.FrontLine.Person), c.StoreManager)).Select(o => o.Why is null));
        Assert.Equal([false, true], (await t.Do(new ChangeWork([of, one], WorkChange.Done), c.FrontLine)).Select(o => o.Why is null));
        Assert.NotNull((await t.Do(new ChangeWork([one], WorkChange.Done), c.FrontLine))[0].Why);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ChangeWork([], WorkChange.Done), c.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ChangeWork([one], WorkChange.HandOver), c.FrontLine));
        Assert.Equal(2, (await t.Do(new ShowWork([two, of]), c.StoreManager)).Items.Count);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowWork([foreign]), c.StoreManager));
    }
}
