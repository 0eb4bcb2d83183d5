using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Inbox;
using Regard.Tests.Organisation;
using Regard.Storage;
using Regard.Tests.Customers;
namespace Regard.Tests.Cases;

public class CallTests
{
    const string Wang = "13800138000";

    static async Task<Call> Rung(KnownCustomers g, string from, string id = "c-1") =>
        (await g.Test.Do(new ShowCall((await g.Test.Do(new NoteCall(id, CallState.Ringing, from, "400-100", null, "fran.line@example.com"), g.Company.FrontLine)).Id), g.Company.FrontLine)).Call;

    [Theory, EachDatabase]
    public async Task A_known_number_shows_the_customer_with_grade_events_and_open_cases_however_it_is_written(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var wang = await g.Add("王小明", Wang);
        await g.Stands(wang, grade: "A");
        await g.Bought(wang, "2031-04-01", 300_00);
        var before = await t.Do(new HearCase { UnitId = g.Company.Store(1), Words = "Rattles", CustomerId = wang }, g.Company.FrontLine);
        Assert.True((await t.Do(new NoteCall("c-1", CallState.Ringing, "+86 138-0013-8000", AgentEmail: "Fran.Line@example.com"), g.Company.FrontLine)).IsKnown);
        var card = Assert.Single(await t.Do(new ListLiveCalls(), g.Company.FrontLine));
        Assert.Equal(("王小明", "A", before.Number), (card.Customer!.Customer.Name, card.Customer.Standing!.Grade, Assert.Single(card.OpenCases).Number));
        Assert.Equal(new DateOnly(2031, 4, 1), Assert.Single(card.Customer.Timeline.Entries, e => e.Kind == TimelineKind.Event).Day);
        Assert.Empty(await t.Do(new ListLiveCalls(), g.Company.Executive));
    }

    [Theory, EachDatabase]
    public async Task What_is_told_of_a_call_twice_or_out_of_order_is_one_call(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        Task Tell(CallState state, string at) => t.Do(new NoteCall("c-9", state, Wang, At: DateTimeOffset.Parse(at), AgentEmail: state == CallState.Answered ? "fran.line@example.com" : null), g.Company.FrontLine);
        await Tell(CallState.Ended, "2031-05-01T08:05:00Z");
        await Tell(CallState.Ringing, "2031-05-01T08:00:00Z");
        await Tell(CallState.Answered, "2031-05-01T08:00:10Z");
        await Tell(CallState.Ringing, "2031-05-01T08:00:00Z");
        await Tell(CallState.Answered, "2031-05-01T08:00:30Z");
        var call = Assert.Single((await t.Do(new ListCalls(new()), g.Company.StoreManager)).Rows);
        Assert.Equal((CallState.Ended, "Fran Line", DateTimeOffset.Parse("2031-05-01T08:00:00Z"), DateTimeOffset.Parse("2031-05-01T08:00:10Z")), (call.State, call.AgentName, call.StartedAt, call.AnsweredAt!.Value));
    }

    [Theory, EachDatabase]
    public async Task A_complaint_repair_or_order_becomes_a_case_of_the_agents_own_and_a_question_stays_a_call(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var wang = await g.Add("王小明", Wang);
        foreach (var (purpose, kind) in new (CallPurpose, CaseKind?)[] { (CallPurpose.Complaint, CaseKind.Complaint), (CallPurpose.Repair, CaseKind.Repair), (CallPurpose.Order, CaseKind.Order), (CallPurpose.Question, null), (CallPurpose.Information, null) })
        {
            var call = await Rung(g, Wang, $"c-{purpose}");
            var recorded = await t.Do(new RecordCall(call.Id, purpose, $"About {purpose}"), g.Company.FrontLine);
            Assert.Equal(kind is not null, recorded.CaseNumber is not null);
            if (recorded.CaseNumber is not { } number) continue;
            var opened = (await t.Do(new ShowCase(number), g.Company.FrontLine)).Case;
            Assert.Equal((kind!.Value, CaseChannel.Phone, g.Company.FrontLine.Person!.Value, wang, Wang), (opened.Kind, opened.Channel, opened.OwnerId, opened.CustomerId, opened.ContactPhone));
        }
        Assert.Equal(3, (await t.Do(new ListCases(new()), g.Company.FrontLine)).Count);
        Assert.Single((await t.Do(new ListCalls(new() { Purpose = CallPurpose.Question }), g.Company.FrontLine)).Rows);
        Assert.Equal(5, (await t.Do(new ShowCustomer(wang), g.Company.FrontLine)).Timeline.Entries.Count(e => e.EventKind == EventKind.Call));
    }

    [Theory, EachDatabase]
    public async Task A_call_is_recorded_once_by_whoever_took_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var call = await Rung(g, Wang);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RecordCall(call.Id, CallPurpose.Complaint, "x"), g.Company.StoreManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new RecordCall(call.Id, CallPurpose.Complaint, " "), g.Company.FrontLine));
        await t.Do(new RecordCall(call.Id, CallPurpose.Complaint, "x"), g.Company.FrontLine);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RecordCall(call.Id, CallPurpose.Complaint, "x"), g.Company.FrontLine));
        Assert.Empty(await t.Do(new ListLiveCalls(), g.Company.FrontLine));
        Assert.Equal(1, (await t.Do(new ListCases(new()), g.Company.FrontLine)).Count);
    }

    [Theory, EachDatabase]
    public async Task An_unknown_number_is_linked_by_hand_and_a_shared_one_names_who_it_may_be(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (wang, li) = (await g.Add("王小明", Wang), await g.Add("李娜", "138 0013 8000"));
        var elsewhere = await g.Add("Far Away", "13900139000", unit: g.Company.Store(4));
        var shared = await Rung(g, Wang);
        Assert.Null(shared.CustomerId);
        Assert.Equal(2, (await t.Do(new ShowCall(shared.Id), g.Company.FrontLine)).Candidates.Count);
        await t.Do(new LinkCall(shared.Id, li), g.Company.FrontLine);
        Assert.Equal("李娜", (await t.Do(new ShowCall(shared.Id), g.Company.FrontLine)).Customer!.Customer.Name);
        var withheld = await Rung(g, "", "c-2");
        Assert.Empty((await t.Do(new ShowCall(withheld.Id), g.Company.FrontLine)).Candidates);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new LinkCall(withheld.Id, elsewhere), g.Company.FrontLine));
        var far = await t.Do(new ShowCall((await Rung(g, "13900139000", "c-3")).Id), g.Company.FrontLine);
        Assert.True(far.IsElsewhere);
        Assert.Null(far.Customer);
    }

    [Theory, EachDatabase]
    public async Task Calls_belong_to_the_unit_of_the_number_called_and_are_masked_for_analysts(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        await t.Do(new SetHotline("400 100 2000", g.Company.Store(4)), g.Company.Administrator);
        var noted = await t.Do(new NoteCall("c-1", CallState.Ended, Wang, "4001002000"), g.Company.FrontLine);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowCall(noted.Id), g.Company.FrontLine));
        Assert.Empty((await t.Do(new ListCalls(new()), g.Company.FrontLine)).Rows);
        var missed = Assert.Single((await t.Do(new ListCalls(new() { Missed = true, Number = "1", From = new(2031, 5, 1), Until = new(2031, 5, 1) }), g.Company.Executive)).Rows);
        Assert.Equal((Wang, "Store 4"), (missed.FromNumber, missed.UnitName));
        Assert.Equal("1•••", Assert.Single((await t.Do(new ListCalls(new() { Number = "999" }), g.Company.Analyst)).Rows).FromNumber);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new NoteCall("c-2", CallState.Ringing), g.Company.Agency));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteCall(" ", CallState.Ringing), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task A_call_signed_with_our_key_is_taken_once_and_one_changed_old_or_signed_otherwise_is_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var (system, key) = (Caller.Anyone(Language.English), "a key for the telephone system");
        const string Told = """{"callId": "77", "from": "13800138000", "to": "400", "state": "Ringing"}""";
        Task<CallNoted> Tell(string body, string by, DateTimeOffset at, string? signed = null) => t.Do(new NoteSignedCall(body, signed ?? Signature.Of(by, body, at), Signature.Seconds(at)), system);
        Assert.True((await Assert.ThrowsAsync<Refused>(() => Tell(Told, key, t.Clock.Now))).Forbidden);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetIncomingKey("too short"), c.Administrator));
        await t.Do(new SetIncomingKey(key), c.Administrator);
        Assert.DoesNotContain("telephone", string.Concat(await GivenCustomers.Look(t, "select value from settings where name = 'incoming-key'")));
        await Tell(Told, key, t.Clock.Now);
        Assert.Equal("13800138000", Assert.Single((await t.Do(new ListCalls(new(), 0), c.Executive)).Rows).FromNumber);
        Assert.Equal("This was sent and taken before.", (await Assert.ThrowsAsync<Refused>(() => Tell(Told, key, t.Clock.Now))).Words.ToString());
        await Assert.ThrowsAsync<Refused>(() => Tell(Told.Replace("77", "78", StringComparison.Ordinal), key, t.Clock.Now, Signature.Of(key, Told, t.Clock.Now)));
        await Assert.ThrowsAsync<Refused>(() => Tell(Told, "another key of that length", t.Clock.Now));
        await Assert.ThrowsAsync<Refused>(() => Tell(Told, key, t.Clock.Now.AddMinutes(-6)));
        await Assert.ThrowsAsync<Invalid>(() => Tell("[]", key, t.Clock.Now));
        await Assert.ThrowsAsync<Invalid>(() => Tell("{}", key, t.Clock.Now));
        t.Clock.Now = t.Clock.Now.AddMinutes(11);
        await Tell(Told, key, t.Clock.Now);
        Assert.Single(await GivenCustomers.Look(t, "select signature from signatures_seen"));
        await t.Do(new SetIncomingKey(""), c.Administrator);
        await Assert.ThrowsAsync<Refused>(() => Tell(Told, key, t.Clock.Now.AddSeconds(1)));
    }
}
