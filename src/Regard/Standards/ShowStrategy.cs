namespace Regard.Standards;

/// <summary>The newest statement, and the one approved last that people work by meanwhile.</summary>
public sealed record ShowStrategy : Question<StrategyView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<StrategyView> Run(Session s)
    {
        var all = await StrategyStore.All(s);
        var newest = all.FirstOrDefault() ?? new();
        return new() { Newest = newest, InForce = all.FirstOrDefault(t => t.ApprovedAt is not null), Missing = [.. newest.Traits.Missing.Select(t => t.Key)], MayEdit = s.Caller.May(Permission.EditStandards) };
    }
}

public sealed record StrategyView
{
    public required Strategy Newest { get; init; }
    public Strategy? InForce { get; init; }
    /// <summary>Traits of the newest without evidence.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
    public required bool MayEdit { get; init; }
}
