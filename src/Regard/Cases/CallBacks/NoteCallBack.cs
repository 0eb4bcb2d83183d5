using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>How an attempt to call ended. A complaint becomes a case of whoever heard it.</summary>
public sealed record NoteCallBack(Id<Customer> CustomerId, Id<CallBack> Id, CallBackOutcome Outcome, string Words = "") : Change<CallBackNoted>
{
    public const int LongestWords = 4000;

    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{CustomerId} {Id} {Outcome}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Enum.IsDefined(Outcome)) yield return new(nameof(Outcome), "Say how the call ended.");
        if (Outcome == CallBackOutcome.Complaint && string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Say what it is about.");
        if (Words.Length > LongestWords) yield return new(nameof(Words), "At most {0} characters.", LongestWords);
    }

    internal override async Task<CallBackNoted> Run(Session s)
    {
        var call = await Mine(s);
        if (call.State != CallBackState.Open) throw new Refused("This call is done already.");
        var rule = await s.One<CallBackRule>($"select {CallBackRule.Columns} from call_back_rules where id = @RuleId", new { call.RuleId }, Regard.Words.Of("There is no such call."));
        var state = CallBack.After(Outcome, call.Attempts + 1, rule.MostAttempts);
        var number = Outcome == CallBackOutcome.Complaint ? await Hear(s, call) : (long?)null;
        if (Outcome == CallBackOutcome.Refused) await NoteRefusal(s);
        var calendar = await CalendarStore.Of(s, call.UnitId);
        var (from, until) = state == CallBackState.Open ? rule.Window(calendar.Add(s.Now, TimeSpan.FromMinutes(rule.AgainMinutes)), calendar) : (call.CallFrom, call.DueAt);
        var changed = await s.Write("""
            update call_backs set attempts = attempts + 1, state = @state, case_number = @number, call_from = @from, due_at = @until, ended_at = @ended where customer_id = @CustomerId and id = @Id and attempts = @Attempts and ended_at is null
            """, new { state = state.ToString(), number, from, until, ended = state == CallBackState.Open ? (DateTimeOffset?)null : s.Now, CustomerId, Id, call.Attempts });
        if (changed == 0) throw new Refused("This call is done already.");
        await s.Write("""
            insert into call_back_attempts (customer_id, call_back_id, number, outcome, words, tried_by, tried_at) values (@CustomerId, @Id, @attempt, @outcome, @words, @Person, @Now)
            """, new { CustomerId, Id, attempt = call.Attempts + 1, outcome = Outcome.ToString(), words = Words.Trim(), s.Caller.Person, s.Now });
        if (state == CallBackState.Open) await new MoveWorkItem(WorkKind.CallBack, Id.Value, call.OwnerId, until) { Calendar = calendar }.Run(s);
        else await new SettleWorkItem(WorkKind.CallBack, Id.Value).Run(s);
        return new(state, number, state == CallBackState.Open ? from : null);
    }

    async Task<CallBack> Mine(Session s)
    {
        var missing = Regard.Words.Of("There is no such call.");
        var call = await s.One<CallBack>($"select {CallBack.Columns} from {CallBack.From} where b.customer_id = @CustomerId and b.id = @Id", new { CustomerId, Id }, missing);
        var sight = await CaseSight.Of(s, Needs);
        return sight.Cares(call.UnitId) || (call.OwnerId is { } owner && owner == s.Caller.Person) ? call : throw new NotFound(missing);
    }

    async Task<long> Hear(Session s, CallBack call)
    {
        var goer = await Merging.Goer(s, CustomerId);
        var customer = await s.Maybe<Customer>($"select {CustomerStore.Columns} from customers c where c.customer_id = @goer", new { goer });
        var seen = customer is not null && (await CustomerSight.Of(s)).Sees(customer.UnitId);
        return (await new HearCase
        {
            Key = new(ImportKeys.Of("case of call-back", $"{CustomerId} {Id}")), Channel = CaseChannel.Phone, UnitId = call.UnitId, Words = Words, CustomerId = seen ? goer : null, ContactName = customer?.Name, ContactPhone = customer?.Phone,
        }.Run(s)).Number;
    }

    /// <summary>From now on the customer is not called for such things.</summary>
    async Task NoteRefusal(Session s) => await s.Write("""
        insert into consents (customer_id, id, purpose, channel, given, said_on, source, noted_by, noted_at) values (@goer, @id, 'Service', 'Phone', @given, @Today, @source, @Person, @Now)
        """, new { goer = await Merging.Goer(s, CustomerId), id = Id<Consent>.New(s.Now), given = false, s.Today, source = Regard.Words.Of("Said so when called back").In(s.Caller.Language), s.Caller.Person, s.Now });
}

/// <param name="CaseNumber">The case that a complaint became.</param>
/// <param name="AgainFrom">When it is tried again; null when it is done.</param>
public sealed record CallBackNoted(CallBackState State, long? CaseNumber, DateTimeOffset? AgainFrom);
