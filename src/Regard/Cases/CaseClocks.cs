using Regard.Organisation;
namespace Regard.Cases;

/// <summary>The clocks of a case: started, met, missed, standing still.</summary>
static class CaseClocks
{
    public const string Columns = "kind, started_at, minutes, due_at, left_minutes, met_at, missed_at, outcome";

    /// <summary>Sets the clocks of a new case by the rules, and with them the moment it is due next.</summary>
    public static async Task<Case> Start(Session s, Case c, CaseRules rules, DateTimeOffset? statutory)
    {
        var calendar = await CalendarStore.Of(s, c.UnitId);
        var clocks = new List<CaseClock>();
        foreach (var fitting in rules.Targets.Where(t => t.Fits(c.Kind, c.Severity, c.Grade, c.Channel, c.Anger)).GroupBy(t => t.Clock))
        {
            var (target, due) = fitting.Select(t => (t, Due: Due(calendar, c.CreatedAt, t))).MinBy(t => t.Due);
            clocks.Add(new() { Kind = target.Clock, StartedAt = c.CreatedAt, Minutes = target.Minutes, DueAt = due, Outcome = ClockOutcome.Running });
        }
        if (statutory is { } day) clocks.Add(new() { Kind = ClockKind.Statutory, StartedAt = c.CreatedAt, Minutes = 0, DueAt = day, Outcome = ClockOutcome.Running });
        foreach (var clock in clocks) await Write(s, c, clock);
        return await Settle(s, c, clocks);
    }

    public static DateTimeOffset Due(WorkingCalendar calendar, DateTimeOffset from, ClockTarget target) =>
        (target.RoundTheClock ? from.AddMinutes(target.Minutes) : calendar.Add(from, TimeSpan.FromMinutes(target.Minutes))).ToMilliseconds();

    public static Task<List<CaseClock>> Of(Session s, Case c) => s.Many<CaseClock>($"select {Columns} from case_clocks where customer_id = @CustomerId and case_id = @Id order by due_at, kind", new { c.CustomerId, c.Id });

    /// <summary>Keeps the next moment that a running clock ends with the case, for lists to be ordered by.</summary>
    public static async Task<Case> Settle(Session s, Case c, IEnumerable<CaseClock> clocks)
    {
        var due = clocks.Where(k => k.IsOpen && k.LeftMinutes is null).Select(k => (DateTimeOffset?)k.DueAt).Min();
        if (due == c.DueAt) return c;
        await s.Write("update cases set due_at = @due where customer_id = @CustomerId and id = @Id", new { due, c.CustomerId, c.Id });
        return c with { DueAt = due };
    }

    public static Task Write(Session s, Case c, CaseClock k) => s.Write("""
        insert into case_clocks (customer_id, case_id, kind, started_at, minutes, due_at, left_minutes, met_at, missed_at, outcome)
        values (@CustomerId, @Id, @kind, @StartedAt, @Minutes, @DueAt, @LeftMinutes, @MetAt, @MissedAt, @outcome)
        on conflict (customer_id, case_id, kind) do update set due_at = @DueAt, left_minutes = @LeftMinutes, met_at = @MetAt, missed_at = @MissedAt, outcome = @outcome
        """, new { c.CustomerId, c.Id, kind = k.Kind.ToString(), k.StartedAt, k.Minutes, k.DueAt, k.LeftMinutes, k.MetAt, k.MissedAt, outcome = k.Outcome.ToString() });
}
