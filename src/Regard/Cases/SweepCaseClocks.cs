namespace Regard.Cases;

/// <summary>Keeps as a fact which clocks have run out: some of those that have, each once whoever else tries at the same moment. Done by the timetable.</summary>
public sealed record SweepCaseClocks : Change<int>
{
    /// <summary>Clocks in one transaction, so that nobody waits long for it.</summary>
    public const int Most = 10_000;

    const string RunOut = "outcome = 'Running' and left_minutes is null and due_at < @Now";

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    /// <returns>How many had run out; fewer than <see cref="Most"/> when none is left.</returns>
    internal override async Task<int> Run(Session s)
    {
        if (await s.Value<long>($"select count(*) from (select 1 as x from case_clocks where {RunOut} limit 1) due", new { s.Now }) == 0) return 0;
        // One sweep after another: the second finds what the first has left.
        await s.NextNumber("clock-sweep");
        return await s.Write($"""
            update case_clocks set outcome = 'Missed', missed_at = due_at where outcome = 'Running'
              and (customer_id, case_id, kind, round) in (select customer_id, case_id, kind, round from case_clocks where {RunOut} order by due_at limit {Most})
            """, new { s.Now });
    }
}
