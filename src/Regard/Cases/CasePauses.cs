namespace Regard.Cases;

/// <summary>Times in which we wait for the customer's answer and for nothing else.</summary>
static class CasePauses
{
    public static async Task<Case> Begin(Session s, Case c, string asked)
    {
        await s.Write("""
            insert into case_pauses (customer_id, case_id, number, asked, from_at, paused_by)
            select @CustomerId, @Id, coalesce(max(number), 0) + 1, @asked, @Now, @Person from case_pauses where customer_id = @CustomerId and case_id = @Id
            """, new { c.CustomerId, c.Id, asked, s.Now, s.Caller.Person });
        return await CaseClockStore.Change(s, c with { State = CaseState.Waiting }, clocks => clocks.Paused(s.Now));
    }

    /// <summary>The waiting is over, if there was any; the clocks run on with the time that was left.</summary>
    public static async Task<Case> End(Session s, Case c)
    {
        if (c.State != CaseState.Waiting) return c;
        await s.Write("update case_pauses set until_at = @Now, ended_by = @Person where customer_id = @CustomerId and case_id = @Id and until_at is null", new { c.CustomerId, c.Id, s.Now, s.Caller.Person });
        return await CaseClockStore.Change(s, c with { State = CaseState.Open }, clocks => clocks.Resumed(s.Now));
    }
}
