using Regard.Organisation;
namespace Regard.Cases;

/// <summary>What was said and written in a case.</summary>
static class CaseNotes
{
    public static async Task<Id<CaseNote>> Put(Session s, Case c, CaseNoteKind kind, string words, CaseChannel? channel = null, string? subject = null, string? party = null, string? messageId = null)
    {
        var id = Id<CaseNote>.New(s.Now);
        await s.Write("""
            insert into case_notes (customer_id, id, case_id, kind, channel, subject, words, party, message_id, written_by, written_at)
            values (@CustomerId, @id, @caseId, @kind, @channel, @subject, @words, @party, @messageId, @Person, @Now)
            """, new { c.CustomerId, id, caseId = c.Id, kind = kind.ToString(), channel = channel?.ToString(), subject, words, party, messageId, s.Caller.Person, s.Now });
        await CaseStore.Reword(s, c);
        return id;
    }

    /// <summary>What a note does to the case: the customer's answer ends the waiting, a word from us acknowledges, a superior's word is what the customer asked for.</summary>
    public static async Task<Case> Felt(Session s, Case c, CaseNoteKind kind)
    {
        if (kind == CaseNoteKind.Internal) return c;
        if (kind == CaseNoteKind.Received) return await CasePauses.End(s, c);
        var met = new List<ClockKind> { ClockKind.Acknowledge };
        if (kind == CaseNoteKind.Call) met.Add(ClockKind.FirstAction);
        if (await IsSuperior(s, c))
        {
            met.Add(ClockKind.Superior);
            await CaseEscalations.Settle(s, c);
        }
        if (kind == CaseNoteKind.Call) await CaseCallBacks.Settle(s, c);
        return await CaseClockStore.Change(s, c, clocks => clocks.Met(s.Now, met));
    }

    static async Task<bool> IsSuperior(Session s, Case c) => s.Caller.Person is { } me && ((await CaseSight.Of(s)).Manages(c)
        || await s.Value<long>("select count(*) from case_escalations where customer_id = @CustomerId and case_id = @Id and to_id = @me", new { c.CustomerId, c.Id, me }) > 0);
}
