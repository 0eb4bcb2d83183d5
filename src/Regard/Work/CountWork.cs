namespace Regard.Work;

/// <summary>How much waits for the caller.</summary>
public sealed record CountWork : Question<WorkCount>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<WorkCount> Run(Session s)
    {
        var values = (await WorkSight.Of(s)).Values(s, []);
        return (await s.Maybe<WorkCount>($"""
            select count(*) as open, count(case when w.due_at < @now then 1 end) as overdue from work_items w where w.done_at is null and {WorkSight.Where(s, WorkView.NeedsMe)}
            """, values))!;
    }
}

public sealed record WorkCount
{
    public required int Open { get; init; }
    public required int Overdue { get; init; }
}
