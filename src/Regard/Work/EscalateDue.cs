namespace Regard.Work;

/// <summary>Tells the heads of tasks that were not done in time: some of those whose time has come, each level once whoever else tries at the same moment.</summary>
public sealed record EscalateDue : Change<int>
{
    /// <summary>Tasks in one transaction, so that nobody waits long for it.</summary>
    public const int Most = 5_000;

    internal override Permission Needs => Permission.RunInstallation;
    // The facts written are their own record.
    internal override bool Audited => false;

    /// <returns>How many went a level up; fewer than <see cref="Most"/> when none is left.</returns>
    internal override async Task<int> Run(Session s)
    {
        if (await s.Value<long>("select count(*) from (select 1 from work_items where done_at is null and escalates_at <= @Now limit 1) due", new { s.Now }) == 0) return 0;
        // One sweep after another: the second finds what the first has left.
        await s.NextNumber("escalations");
        var due = await s.Many<Climb.Standing>($"select {Climb.Standing.Columns} from work_items where done_at is null and escalates_at <= @Now order by escalates_at limit {Most}", new { s.Now });
        if (due.Count > 0) await Climb.Up(s, due);
        return due.Count;
    }
}
