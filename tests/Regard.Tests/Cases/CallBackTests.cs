using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Work;
namespace Regard.Tests.Cases;

public class CallBackTests
{
    const string Thursday = "2031-05-01T09:00:00Z";

    static CallBackRule Rule(KnownCustomers g, int days = 3) => new()
    {
        Id = new(Guid.NewGuid()), UnitId = g.Company.North, Kind = EventKind.WorkOrder, Days = days, Script = Text.Of("How is the car?", "车好吗？", "車好嗎？"), RestDays = 30, MostAttempts = 2, AgainMinutes = 240,
        FromMinute = 9 * 60, UntilMinute = 20 * 60, Since = new(2031, 4, 1), IsOn = true,
    };

    static async Task<KnownCustomers> Given(TestOffice t, int days = 3)
    {
        var g = await KnownCustomers.In(t);
        await t.Do(new SaveCallBackRule(Rule(g, days)), g.Company.Executive);
        return g;
    }

    static async Task<IReadOnlyList<CallToMake>> Calls(KnownCustomers g, Caller? by = null) => (await g.Test.Do(new ListCallBacks(), by ?? g.Company.StoreManager)).Calls;

    static void At(TestOffice t, string at) => t.Clock.Now = DateTimeOffset.Parse(at);

    [Theory, EachDatabase]
    public async Task Three_working_days_after_a_work_order_the_customer_stands_on_the_units_list_once(Engine on)
    {
        await using var t = await TestOffice.On(on, Thursday);
        var g = await Given(t);
        var wang = await g.Add("王小明", "13800138000");
        await g.Bought(wang, "2031-05-01", kind: EventKind.WorkOrder);
        await g.Bought(await g.Add("Only bought", "13900139000"), "2031-05-01");
        await t.Do(new PutCallBacks());
        At(t, "2031-05-05T12:00:00Z");
        await t.Do(new PutCallBacks());
        Assert.Empty(await Calls(g));
        At(t, "2031-05-06T06:00:00Z");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => t.Do(new PutCallBacks())));
        await t.Do(new PutCallBacks());
        var call = Assert.Single(await Calls(g));
        Assert.Equal(("王小明", "Fran Line", false, DateTimeOffset.Parse("2031-05-06T09:00:00Z"), DateTimeOffset.Parse("2031-05-06T20:00:00Z")), (call.Call.Name, call.Call.OwnerName, call.MayCall, call.Call.CallFrom, call.Call.DueAt));
        var item = Assert.Single((await t.Do(new ListMyWork(), g.Company.FrontLine)).Mine);
        Assert.Equal((WorkKind.CallBack, call.Call.DueAt), (item.Kind, item.DueAt));
        At(t, "2031-05-06T09:00:00Z");
        Assert.True((await Calls(g))[0].MayCall);
        At(t, "2031-05-06T20:00:00Z");
        Assert.False((await Calls(g))[0].MayCall);
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_called_without_a_number_against_their_word_twice_in_the_rest_or_long_after(Engine on)
    {
        await using var t = await TestOffice.On(on, Thursday);
        var g = await Given(t, days: 0);
        var twice = await g.Add("Twice", "13800138000");
        await g.Bought(twice, "2031-05-01", kind: EventKind.WorkOrder);
        await g.Bought(twice, "2031-05-01", amount: 5, kind: EventKind.WorkOrder);
        await g.Bought(await g.Add("No number"), "2031-05-01", kind: EventKind.WorkOrder);
        var refused = await g.Add("Refused", "13800138001");
        await g.Bought(refused, "2031-05-01", kind: EventKind.WorkOrder);
        await t.Do(new SetConsent(refused, Purpose.Service, Regard.Customers.Channel.Phone, true, new(2031, 1, 1), "form"), g.Company.StoreManager);
        await t.Do(new SetConsent(refused, Purpose.Service, Regard.Customers.Channel.Phone, false, new(2031, 2, 1), "form"), g.Company.StoreManager);
        await g.Bought(await g.Add("Long ago", "13800138002"), "2031-04-10", kind: EventKind.WorkOrder);
        Assert.Equal(4, await t.Do(new PutCallBacks()));
        Assert.Equal("Twice", Assert.Single(await Calls(g)).Call.Name);
        Assert.Equal(0, await t.Do(new PutCallBacks()));
    }

    [Theory, EachDatabase]
    public async Task Who_is_not_reached_is_tried_again_within_the_hours_and_at_most_as_often_as_the_rule_says(Engine on)
    {
        await using var t = await TestOffice.On(on, "2031-05-02T15:00:00Z");
        var g = await Given(t, days: 0);
        await g.Bought(await g.Add("王小明", "13800138000"), "2031-05-02", kind: EventKind.WorkOrder);
        await t.Do(new PutCallBacks());
        var call = (await Calls(g))[0].Call;
        var noted = await t.Do(new NoteCallBack(call.CustomerId, call.Id, CallBackOutcome.NotReached), g.Company.FrontLine);
        // 3 working hours are left on Friday; the fourth is Monday from nine to ten.
        Assert.Equal((CallBackState.Open, DateTimeOffset.Parse("2031-05-05T10:00:00Z")), (noted.State, noted.AgainFrom!.Value));
        Assert.Empty(await Calls(g));
        At(t, "2031-05-05T10:30:00Z");
        Assert.Single(await Calls(g));
        Assert.Equal(CallBackState.NotReached, (await t.Do(new NoteCallBack(call.CustomerId, call.Id, CallBackOutcome.NotReached), g.Company.FrontLine)).State);
        Assert.Empty(await Calls(g));
        Assert.Empty((await t.Do(new ListMyWork(), g.Company.FrontLine)).Mine);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new NoteCallBack(call.CustomerId, call.Id, CallBackOutcome.Satisfied), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task A_complaint_becomes_a_case_of_its_hearer_and_a_refusal_is_kept_as_the_customers_word(Engine on)
    {
        await using var t = await TestOffice.On(on, Thursday);
        var g = await Given(t, days: 0);
        var (wang, li) = (await g.Add("王小明", "13800138000"), await g.Add("李娜", "13800138001"));
        await g.Bought(wang, "2031-05-01", kind: EventKind.WorkOrder);
        await g.Bought(li, "2031-05-01", kind: EventKind.WorkOrder);
        await t.Do(new PutCallBacks());
        var calls = (await Calls(g)).ToDictionary(c => c.Call.CustomerId, c => c.Call.Id);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteCallBack(wang, calls[wang], CallBackOutcome.Complaint), g.Company.FrontLine));
        var noted = await t.Do(new NoteCallBack(wang, calls[wang], CallBackOutcome.Complaint, "还是有异响"), g.Company.FrontLine);
        var opened = (await t.Do(new ShowCase(noted.CaseNumber!.Value), g.Company.FrontLine)).Case;
        Assert.Equal((wang, g.Company.FrontLine.Person!.Value, CaseChannel.Phone, "还是有异响"), (opened.CustomerId, opened.OwnerId, opened.Channel, opened.Words));
        await t.Do(new NoteCallBack(li, calls[li], CallBackOutcome.Refused), g.Company.FrontLine);
        Assert.False((await t.Do(new ShowCustomer(li), g.Company.StoreManager)).Consents.Single(c => c.Purpose == Purpose.Service && c.Channel == Regard.Customers.Channel.Phone).Given);
        await Assert.ThrowsAsync<NotFound>(async () => await t.Do(new NoteCallBack(wang, calls[wang], CallBackOutcome.Satisfied), await g.Company.Person("Far", Role.FrontLine, g.Company.Store(4))));
    }

    [Theory, EachDatabase]
    public async Task Calls_are_spread_evenly_over_the_front_line_that_is_there_and_shares_are_told_from_ten_on(Engine on)
    {
        await using var t = await TestOffice.On(on, Thursday);
        var g = await Given(t, days: 0);
        var second = await g.Company.Person("Second Line", Role.FrontLine, g.Company.Store(1));
        var away = await g.Company.Person("Away Line", Role.FrontLine, g.Company.Store(1));
        await t.Do(new NoteAbsence(away.Person!.Value, new(2031, 5, 1), new(2031, 5, 2), null), away);
        for (var i = 0; i < 12; i++) await g.Bought(await g.Add($"C{i}", $"138001380{i:00}"), "2031-05-01", kind: EventKind.WorkOrder);
        await t.Do(new PutCallBacks());
        var calls = await Calls(g);
        Assert.Equal([("Fran Line", 6), ("Second Line", 6)], calls.CountBy(c => c.Call.OwnerName!).OrderBy(c => c.Key).Select(c => (c.Key, c.Value)));
        CallBackOutcome Outcome(int i) => i < 6 ? CallBackOutcome.Satisfied : i < 9 ? CallBackOutcome.Complaint : CallBackOutcome.WrongNumber;
        for (var i = 0; i < 9; i++) await t.Do(new NoteCallBack(calls[i].Call.CustomerId, calls[i].Call.Id, Outcome(i), "x"), g.Company.FrontLine);
        Assert.True((await t.Do(new ListCallBacks(), g.Company.StoreManager)).All.Reached.Value is null);
        for (var i = 9; i < 12; i++) await t.Do(new NoteCallBack(calls[i].Call.CustomerId, calls[i].Call.Id, Outcome(i)), g.Company.FrontLine);
        var all = (await t.Do(new ListCallBacks(), g.Company.StoreManager)).All;
        Assert.Equal((0.75, 12, 3), (all.Reached.Value!.Value, all.Reached.N, all.Complaints));
        Assert.InRange(all.Reached.Lower!.Value, 0.46, 0.47);   // Wilson 95 % for 9 of 12: 0.468 to 0.911
        Assert.Null(all.Complaining.Value);
    }

    [Theory, EachDatabase]
    public async Task A_rule_without_words_or_with_hours_upside_down_is_refused(Engine on)
    {
        await using var t = await TestOffice.On(on, Thursday);
        var g = await KnownCustomers.In(t);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveCallBackRule(Rule(g) with { Script = [] }), g.Company.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveCallBackRule(Rule(g) with { UntilMinute = 9 * 60 }), g.Company.Executive));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveCallBackRule(Rule(g)), g.Company.StoreManager));
    }
}
