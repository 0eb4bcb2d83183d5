using Regard.Audit;
using Regard.Care;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Loyalty;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Care;

public class RemedyTests
{
    const long Yuan = 100;

    static readonly AuthorityRules rules = new()
    {
        Rows = [new() { Role = Role.FrontLine, Limit = 200 * Yuan, MonthlyPool = 500 * Yuan }, new() { Role = Role.Manager, Limit = 2_000 * Yuan, MonthlyPool = 9_000 * Yuan }],
    };

    static async Task<(Company Company, long Number)> Given(TestOffice t, Id<Person>? about = null)
    {
        var c = await Company.In(t);
        await t.Do(new SetAuthorities("CNY", rules), c.Executive);
        return (c, (await t.Do(new HearCase { UnitId = c.Store(1), Words = "The soup was cold", AboutId = about }, c.FrontLine)).Number);
    }

    static GrantRemedy Refund(long number, long amount, Id<Gesture>? key = null) => new(number, key ?? new(Guid.NewGuid()), GestureKind.Refund, amount, "Money back for the soup");

    [Theory, EachDatabase]
    public async Task A_clerk_refunds_within_the_limit_at_once_and_a_yuan_more_goes_to_the_head(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, number) = await Given(t);
        Assert.Equal((200 * Yuan, 200 * Yuan), (await t.Do(new ShowRemedies(number), c.FrontLine)) is var desk ? (desk.Limit, desk.AtOnce) : default);
        var small = await t.Do(Refund(number, 200 * Yuan), c.FrontLine);
        Assert.Equal((GestureState.Granted, true), (small.State, small.WasAtOnce));
        var second = (await t.Do(new HearCase { UnitId = c.Store(1), Words = "And the fish" }, c.FrontLine)).Number;
        var large = await t.Do(Refund(second, 201 * Yuan), c.FrontLine);
        Assert.Equal((GestureState.Awaiting, "Stan Manager"), (large.State, large.ApproverName));
        Assert.Equal([AskReason.OverLimit], large.Reasons);
        Assert.Contains((await t.Do(new ListMyWork(), c.StoreManager)).Mine, w => w.Kind == WorkKind.Approval && w.Path == $"/cases/{second}#remedies");
        var agreed = await t.Do(new JudgeGesture(second, large.Id, true), c.StoreManager);
        Assert.Equal((GestureState.Granted, "Stan Manager"), (agreed.State, agreed.JudgedByName));
        Assert.DoesNotContain((await t.Do(new ListMyWork(), c.StoreManager)).Mine, w => w.Kind == WorkKind.Approval);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new JudgeGesture(second, large.Id, false, "No"), c.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task A_refund_sent_twice_is_paid_once_and_one_cut_into_pieces_is_still_one(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, number) = await Given(t);
        var key = new Id<Gesture>(Guid.NewGuid());
        await t.Do(Refund(number, 150 * Yuan, key), c.FrontLine);
        await t.Do(Refund(number, 150 * Yuan, key), c.FrontLine);
        Assert.Single((await t.Do(new ShowRemedies(number), c.FrontLine)).Gestures);
        Assert.Equal([AskReason.OverLimit], (await t.Do(Refund(number, 60 * Yuan), c.FrontLine)).Reasons);
        Assert.Equal(150 * Yuan, Assert.Single((await t.Do(new ShowLedger(), c.StoreManager)).Units).Spent);
    }

    [Theory, EachDatabase]
    public async Task A_month_has_its_pool_and_the_next_one_a_new_one(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, first) = await Given(t);
        await t.Do(Refund(first, 200 * Yuan), c.FrontLine);
        async Task<Gesture> Another(long amount) => await t.Do(Refund((await t.Do(new HearCase { UnitId = c.Store(1), Words = "x" }, c.FrontLine)).Number, amount), c.FrontLine);
        await Another(200 * Yuan);
        Assert.Equal([AskReason.OverPool], (await Another(101 * Yuan)).Reasons);
        Assert.True((await Another(100 * Yuan)).WasAtOnce);
        t.Clock.Now = t.Clock.Now.AddMonths(1);
        Assert.True((await Another(200 * Yuan)).WasAtOnce);
    }

    [Theory, EachDatabase]
    public async Task A_unit_without_budget_left_asks_first(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, number) = await Given(t);
        await t.Do(new SetBudget(c.Store(1), new(2031, 5, 1), 100 * Yuan), c.Executive);
        Assert.Equal([AskReason.OverBudget], (await t.Do(Refund(number, 150 * Yuan), c.FrontLine)).Reasons);
        var spent = Assert.Single((await t.Do(new ShowLedger(c.Store(1)), c.StoreManager)).Units);
        Assert.Equal((0, 100 * Yuan, 100 * Yuan), (spent.Spent, spent.Budget, spent.Left));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetBudget(c.Store(1), new(2031, 4, 1), 1), c.Executive));
    }

    [Theory, EachDatabase]
    public async Task Nobody_agrees_to_what_was_asked_by_oneself_nor_decides_on_a_complaint_about_oneself(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, number) = await Given(t);
        var asked = await t.Do(Refund(number, 5_000 * Yuan), c.StoreManager);
        Assert.Equal("Eve Executive", asked.ApproverName);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new JudgeGesture(number, asked.Id, true), c.StoreManager));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new JudgeGesture(number, asked.Id, true), c.RegionalManager));
        await t.Do(new JudgeGesture(number, asked.Id, false, "The customer was in our other store"), c.Executive);
        var about = (await t.Do(new HearCase { UnitId = c.Store(1), Words = "He was rude", AboutId = c.StoreManager.Person }, c.FrontLine)).Number;
        Assert.Equal("Reg Manager", (await t.Do(Refund(about, 300 * Yuan), c.FrontLine)).ApproverName);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(Refund(about, 1 * Yuan), c.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task Who_stands_in_for_somebody_away_has_the_same_limit_and_no_longer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, number) = await Given(t);
        var today = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime);
        await t.Do(new NoteAbsence(c.StoreManager.Person!.Value, today, today, c.FrontLine.Person), c.StoreManager);
        Assert.Equal(2_000 * Yuan, (await t.Do(new ShowRemedies(number), c.FrontLine)).Limit);
        Assert.True((await t.Do(Refund(number, 900 * Yuan), c.FrontLine)).WasAtOnce);
        t.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(200 * Yuan, (await t.Do(new ShowRemedies(number), c.FrontLine)).Limit);
    }

    [Theory, EachDatabase]
    public async Task What_a_customer_was_given_stands_in_the_customers_story(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        var c = given.Company;
        await t.Do(new SetAuthorities("CNY", rules), c.Executive);
        var customer = await given.Customer(1, "", "2031-01-01 10.00");
        var number = (await t.Do(new HearCase { UnitId = c.Store(1), Words = "Cold soup", CustomerId = customer }, c.FrontLine)).Number;
        await t.Do(Refund(number, 20 * Yuan), c.FrontLine);
        await t.Do(Refund(number, 900 * Yuan), c.FrontLine);
        var story = (await t.Do(new ShowCustomer(customer, TimelinePart.Cases), c.StoreManager)).Timeline.Entries;
        Assert.Equal([TimelineKind.Case, TimelineKind.Gesture], story.Select(e => e.Kind));
        Assert.Equal((20 * Yuan, GestureKind.Refund, number), (story[1].Amount, story[1].GestureKind, story[1].Number));
        var masked = (await t.Do(new ShowCustomer(customer, TimelinePart.Cases), c.Analyst)).Timeline.Entries;
        Assert.Equal("M•••", masked[1].Text);
    }

    [Theory, EachDatabase]
    public async Task Consent_is_asked_of_a_head_who_is_there(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, number) = await Given(t);
        var today = DateOnly.FromDateTime(t.Clock.Now.UtcDateTime);
        await t.Do(new NoteAbsence(c.StoreManager.Person!.Value, today, today, null), c.StoreManager);
        Assert.Equal("Reg Manager", (await t.Do(Refund(number, 300 * Yuan), c.FrontLine)).ApproverName);
    }

    [Theory, EachDatabase]
    public async Task A_note_written_by_hand_is_a_task_done_by_its_photo(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, number) = await Given(t);
        var note = await t.Do(new GrantRemedy(number, new(Guid.NewGuid()), GestureKind.Note, 0, "We are sorry"), c.FrontLine);
        Assert.Contains((await t.Do(new ListMyWork(), c.FrontLine)).Mine, w => w.Kind == WorkKind.GestureTask);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new DeliverGesture(number, note.Id), c.FrontLine));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new DeliverGesture(number, note.Id, new Id<CaseFile>(Guid.NewGuid())), c.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task What_the_customer_does_not_have_yet_can_be_taken_back_and_stays_in_the_ledger(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, number) = await Given(t);
        var typo = await t.Do(Refund(number, 190 * Yuan), c.FrontLine);
        await t.Do(new UndoGesture(number, typo.Id, "It was 19"), c.FrontLine);
        t.Clock.Now += TimeSpan.FromMinutes(1);
        var right = await t.Do(Refund(number, 19 * Yuan), c.FrontLine);
        await t.Do(new DeliverGesture(number, right.Id), c.FrontLine);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new UndoGesture(number, right.Id, "x"), c.FrontLine));
        Assert.Equal([GestureState.Undone, GestureState.Delivered], (await t.Do(new ShowRemedies(number), c.FrontLine)).Gestures.Select(g => g.State));
        Assert.Equal(19 * Yuan, Assert.Single((await t.Do(new ShowLedger(), c.StoreManager)).Kinds).Amount);
        var person = Assert.Single((await t.Do(new ListAuthorityUse(), c.StoreManager)).People);
        Assert.Equal((2, 1), (person.Asked, person.TakenBack));
    }

    [Theory, EachDatabase]
    public async Task Each_grant_is_in_the_audit_trail_and_in_the_export(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, number) = await Given(t);
        await t.Do(Refund(number, 20 * Yuan), c.FrontLine);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(Refund(number, -1), c.FrontLine));
        await Assert.ThrowsAsync<Refused>(() => t.Do(Refund(number, 20 * Yuan), c.Analyst));
        var exported = Assert.Single(await t.Do(new ExportGestures(new(2031, 5, 1), new(2031, 6, 1)), c.StoreManager));
        Assert.Equal((20 * Yuan, "Fran Line", 200 * Yuan), (exported.Amount, exported.AskerName, exported.LimitThen));
        var trail = await t.Do(new ListAudit(new()), c.Executive);
        Assert.Contains(trail.Rows, e => e.Operation == "GrantRemedy" && e.Subject == $"{number} Refund 2000");
    }

    [Theory, EachDatabase]
    public async Task Rules_that_contradict_themselves_are_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, _) = await Given(t);
        Authority row = new() { Role = Role.FrontLine, Limit = 100, MonthlyPool = 100 };
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetAuthorities("CNY", new() { Rows = [row, row] }), c.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetAuthorities("CNY", new() { Rows = [row with { MonthlyPool = 99 }] }), c.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetAuthorities("CNY", new() { Rows = [row with { Role = Role.Agency }] }), c.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetAuthorities("EUR", rules), c.Executive));
        var partly = await c.Person("Pat Partly", Role.Executive, c.North);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SetAuthorities("CNY", rules), partly));
    }

    [Theory, EachDatabase]
    public async Task Where_nearly_all_is_agreed_to_a_higher_limit_is_suggested(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, _) = await Given(t);
        for (var i = 0; i < 40; i++)
        {
            var number = (await t.Do(new HearCase { UnitId = c.Store(1), Words = "x" }, c.FrontLine)).Number;
            var asked = await t.Do(Refund(number, (201 + i) * Yuan), c.FrontLine);
            await t.Do(new JudgeGesture(number, asked.Id, true), c.StoreManager);
        }
        var suggestion = Assert.Single(await t.Do(new SuggestLimits(), c.Executive));
        Assert.Equal((Role.FrontLine, 200 * Yuan, 240 * Yuan, 40), (suggestion.Role, suggestion.Now, suggestion.Suggested, suggestion.Spared));
    }
}
