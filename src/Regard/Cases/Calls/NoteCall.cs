using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
using Regard.Post.Watch;
namespace Regard.Cases;

/// <summary>What the telephone system tells of a call, as often as it likes and in any order.</summary>
/// <param name="CallId">The telephone system's own name for the call.</param>
/// <param name="From">The caller's number; empty when it is withheld.</param>
public sealed record NoteCall(string CallId, CallState State, string? From = null, string? To = null, DateTimeOffset? At = null, string? AgentEmail = null) : Change<CallNoted>
{
    public const int Longest = 100;

    internal override Permission Needs => Permission.HearCases;
    internal override string Subject => $"{CallId} {State}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(CallId)) yield return new(nameof(CallId), "Say which call it is: its id in the telephone system.");
        foreach (var (field, text) in new[] { (nameof(CallId), CallId), (nameof(From), From), (nameof(To), To), (nameof(AgentEmail), AgentEmail) })
            if (text?.Length > Longest) yield return new(field, "At most {0} characters.", Longest);
        if (!Enum.IsDefined(State)) yield return new(nameof(State), "Say whether it is ringing, answered or ended.");
    }

    internal override async Task<CallNoted> Run(Session s)
    {
        var id = new Id<Call>(ImportKeys.Of("call", CallId.Trim()));
        // A telephone system's clock may be fast; what it tells of has happened.
        var at = At is { } told && told < s.Now ? told.ToMilliseconds() : s.Now;
        var agent = string.IsNullOrWhiteSpace(AgentEmail) ? null : await PersonStore.ByEmail(s, AgentEmail);
        var known = await PhoneBook.Find(s, From ?? "");
        await s.Write("""
            insert into calls (id, call_id, from_number, to_number, unit_id, agent_id, customer_id, started_at, answered_at, ended_at)
            values (@id, @CallId, @from, @to, @unit, @agent, @customer, @at, @answered, @ended)
            on conflict (id) do update set
              from_number = case when calls.from_number = '' then excluded.from_number else calls.from_number end,
              agent_id = case when calls.recorded_at is null then coalesce(excluded.agent_id, calls.agent_id) else calls.agent_id end,
              customer_id = coalesce(calls.customer_id, excluded.customer_id),
              started_at = case when excluded.started_at < calls.started_at then excluded.started_at else calls.started_at end,
              answered_at = coalesce(calls.answered_at, excluded.answered_at), ended_at = coalesce(calls.ended_at, excluded.ended_at)
            """, new
        {
            id, CallId = CallId.Trim(), from = From?.Trim() ?? "", to = To?.Trim() ?? "", unit = await Unit(s, agent?.Id), agent = agent?.Id, customer = known is [var one] ? one : (Id<Customer>?)null, at,
            answered = State == CallState.Answered ? at : (DateTimeOffset?)null, ended = State == CallState.Ended ? at : (DateTimeOffset?)null,
        });
        await new NoteHeard(Source.Hotline).Run(s);
        return new(id, known.Count > 0);
    }

    /// <summary>The one that the number called belongs to, else where whoever took it works, else where whoever tells of it does.</summary>
    async Task<Id<Unit>> Unit(Session s, Id<Person>? agent)
    {
        if (await s.Maybe<Id<Unit>?>("select unit_id from hotlines where number = @number", new { number = Hotline.Plain(To) }) is { } called) return called;
        foreach (var person in new[] { agent, s.Caller.Person })
            if (person is { } at && await s.Maybe<Id<Unit>?>("""
                select unit_id from roles_held where person_id = @at and from_day <= @Today and (until_day is null or until_day > @Today) order by from_day, unit_id limit 1
                """, new { at, s.Today }) is { } own) return own;
        return (await UnitStore.Tree(s, s.Today)).Roots[0].Id;
    }
}

/// <param name="IsKnown">A customer is known by the number.</param>
public sealed record CallNoted(Id<Call> Id, bool IsKnown);
