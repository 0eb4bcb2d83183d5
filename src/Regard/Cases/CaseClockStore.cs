using Regard.Organisation;
namespace Regard.Cases;

static class CaseClockStore
{
    public const string Columns = "kind, round, started_at, minutes, round_the_clock, due_at, left_minutes, met_at, missed_at, outcome";

    public static async Task<CaseClocks> Of(Session s, Case c) =>
        new(await s.Many<CaseClock>($"select {Columns} from case_clocks where customer_id = @CustomerId and case_id = @Id order by started_at, kind, round", new { c.CustomerId, c.Id }), await CalendarStore.Of(s, c.UnitId));

    /// <summary>Changes the clocks of a case and tells when it is due now.</summary>
    public static async Task<Case> Change(Session s, Case c, Func<CaseClocks, CaseClocks> change)
    {
        var before = await Of(s, c);
        return await Write(s, c, change(before), before);
    }

    public static async Task<Case> Write(Session s, Case c, CaseClocks clocks, CaseClocks? before = null)
    {
        foreach (var k in clocks.All.Except(before?.All ?? []))
            await s.Write("""
                insert into case_clocks (customer_id, case_id, kind, round, started_at, minutes, round_the_clock, due_at, left_minutes, met_at, missed_at, outcome)
                values (@CustomerId, @Id, @kind, @Round, @StartedAt, @Minutes, @RoundTheClock, @DueAt, @LeftMinutes, @MetAt, @MissedAt, @outcome)
                on conflict (customer_id, case_id, kind, round) do update set minutes = @Minutes, round_the_clock = @RoundTheClock, due_at = @DueAt, left_minutes = @LeftMinutes, met_at = @MetAt, missed_at = @MissedAt, outcome = @outcome
                """, new { c.CustomerId, c.Id, kind = k.Kind.ToString(), k.Round, k.StartedAt, k.Minutes, k.RoundTheClock, k.DueAt, k.LeftMinutes, k.MetAt, k.MissedAt, outcome = k.Outcome.ToString() });
        return c with { DueAt = c.IsOpen ? clocks.DueAt : null };
    }
}
