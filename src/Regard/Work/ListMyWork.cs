using Regard.Organisation;
namespace Regard.Work;

/// <summary>What the caller has to see to, and what is to be done in the units the caller manages; the most urgent first.</summary>
public sealed record ListMyWork : Question<MyWork>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<MyWork> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = s.Caller.May(Permission.EditPlans) ? tree.InCare(s.Caller, Permission.EditPlans) : [];
        var items = await s.Many<WorkItem>($"""
            {WorkStore.Select} where w.done_at is null and (w.owner_id = @person or {s.Dialect.Among("w.unit_id", "units")}) order by w.due_at, w.created_at, u.code
            """, new Dictionary<string, object?> { ["person"] = s.Caller.Person ?? default, ["units"] = s.Dialect.Keys(care.Select(u => u.Value)) });
        return new()
        {
            Now = s.Now,
            Mine = [.. items.Where(i => i.OwnerId is not null && i.OwnerId == s.Caller.Person)],
            Others = [.. items.Where(i => i.OwnerId is null || i.OwnerId != s.Caller.Person)],
        };
    }
}

public sealed record MyWork
{
    public required DateTimeOffset Now { get; init; }
    public required IReadOnlyList<WorkItem> Mine { get; init; }
    /// <summary>Of other people, or of nobody yet, in the units in the caller's care.</summary>
    public required IReadOnlyList<WorkItem> Others { get; init; }
}
