using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Work;
namespace Regard.Tests.Cases;

public class FollowUpTests
{
    static async Task<long> Closed(KnownCustomers g, Id<Customer>? customer = null, CloseReason reason = CloseReason.NoAnswer)
    {
        var heard = await g.Test.Do(new HearCase { UnitId = g.Company.Store(1), Kind = CaseKind.Suggestion, Words = "More chairs", CustomerId = customer, ContactPhone = "13800138000" }, g.Company.FrontLine);
        await g.Test.Do(new CloseCase(heard.Number, reason, "Done"), g.Company.FrontLine);
        return heard.Number;
    }

    static async Task<IReadOnlyList<FollowUp>> Open(KnownCustomers g) => (await g.Test.Do(new ListFollowUps(), g.Company.StoreManager)).Rows;

    [Theory, EachDatabase]
    public async Task The_owner_asks_seven_thirty_and_ninety_days_after_the_closing_each_once_on_any_number_of_nodes(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var number = await Closed(g);
        var closed = t.Clock.Now;
        foreach (var days in new[] { 7, 30, 90 })
        {
            t.Clock.Now = closed.AddDays(days).AddMinutes(-1);
            await t.Do(new PutFollowUps());
            Assert.Empty(await Open(g));
            t.Clock.Now = closed.AddDays(days);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => t.Do(new PutFollowUps())));
            await t.Do(new PutFollowUps());
            var due = Assert.Single(await Open(g));
            Assert.Equal((number, days, "Fran Line"), (due.Number, due.Days, due.OwnerName));
            Assert.Equal(WorkKind.CaseFollowUp, Assert.Single((await t.Do(new ListMyWork(), g.Company.FrontLine)).Mine).Kind);
            await t.Do(new NoteFollowUp(number, due.Id, FollowUpState.Fine), g.Company.FrontLine);
            await Assert.ThrowsAsync<Refused>(() => t.Do(new NoteFollowUp(number, due.Id, FollowUpState.Fine), g.Company.FrontLine));
            Assert.Empty((await t.Do(new ListMyWork(), g.Company.FrontLine)).Mine);
        }
        Assert.Equal(3, (await t.Do(new ShowCase(number))).Steps.Count(d => d.Step == RecoveryStep.FollowUp));
    }

    [Theory, EachDatabase]
    public async Task Who_left_no_way_to_be_reached_is_not_asked(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var unnamed = await t.Do(new HearCase { UnitId = g.Company.Store(1), Kind = CaseKind.Suggestion, Words = "More chairs" }, g.Company.FrontLine);
        await t.Do(new CloseCase(unnamed.Number, CloseReason.NoAnswer, "Done"), g.Company.FrontLine);
        var named = await Closed(g);
        t.Clock.Now = t.Clock.Now.AddDays(7);
        await t.Do(new PutFollowUps());
        Assert.Equal(named, Assert.Single(await Open(g)).Number);
    }

    [Theory, EachDatabase]
    public async Task The_most_urgent_stand_on_the_first_page_and_the_rest_on_the_next(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        long[] numbers = [await Closed(g), await Closed(g), await Closed(g)];
        t.Clock.Now = t.Clock.Now.AddDays(7);
        await t.Do(new PutFollowUps());
        var first = await t.Do(new ListFollowUps(Size: 2), g.Company.StoreManager);
        var next = await t.Do(new ListFollowUps(Start: first.Next!.Value, Size: 2), g.Company.StoreManager);
        Assert.Equal((2, 1, null), (first.Rows.Count, next.Rows.Count, next.Next));
        Assert.Equal(numbers, first.Rows.Concat(next.Rows).Select(f => f.Number).Order());
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ListFollowUps(Start: -1), g.Company.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task When_it_is_not_well_the_case_is_opened_again_and_asking_ends(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var number = await Closed(g);
        t.Clock.Now = t.Clock.Now.AddDays(7);
        await t.Do(new PutFollowUps());
        var due = Assert.Single(await Open(g));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteFollowUp(number, due.Id, FollowUpState.NotFine), g.Company.FrontLine));
        await t.Do(new NoteFollowUp(number, due.Id, FollowUpState.NotFine, "Still no chairs"), g.Company.FrontLine);
        Assert.Equal(CaseState.Open, (await t.Do(new ShowCase(number))).Case.State);
        t.Clock.Now = t.Clock.Now.AddDays(23);
        await t.Do(new PutFollowUps());
        Assert.Empty(await Open(g));
    }

    [Theory, EachDatabase]
    public async Task Nobody_asks_after_spam_nor_once_the_case_is_open_again_or_the_customer_has_bought(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (kept, back) = (await g.Add("Kept", "13800138000"), await g.Add("Came back", "13800138001"));
        await Closed(g, reason: CloseReason.Spam);
        await Closed(g, kept);
        await Closed(g, back);
        var again = await Closed(g);
        await g.Bought(kept, "2031-05-03");
        t.Clock.Now = t.Clock.Now.AddDays(7);
        await t.Do(new PutFollowUps());
        Assert.Equal(2, (await Open(g)).Count);
        await g.Bought(back, "2031-05-07");
        await t.Do(new ReopenCase(again, "They called"), g.Company.FrontLine);
        await t.Do(new PutFollowUps());
        Assert.Empty(await Open(g));
        Assert.DoesNotContain((await t.Do(new ListMyWork(), g.Company.FrontLine)).Mine, i => i.Kind == WorkKind.CaseFollowUp);
    }

    [Theory, EachDatabase]
    public async Task The_stand_in_asks_for_an_owner_who_is_away_and_a_head_for_one_who_has_left(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var other = await g.Company.Person("Second Line", Role.FrontLine, g.Company.Store(1));
        await Closed(g);
        await t.Do(new NoteAbsence(g.Company.FrontLine.Person!.Value, new(2031, 5, 8), new(2031, 5, 8), other.Person), g.Company.FrontLine);
        t.Clock.Now = t.Clock.Now.AddDays(7);
        await t.Do(new PutFollowUps());
        Assert.Equal("Second Line", Assert.Single(await Open(g)).OwnerName);
        await t.Do(new PersonLeaves(g.Company.FrontLine.Person!.Value));
        t.Clock.Now = t.Clock.Now.AddDays(23);
        await t.Do(new PutFollowUps());
        Assert.Equal(["Second Line", "Stan Manager"], (await Open(g)).Select(f => f.OwnerName).Order());
    }
}
