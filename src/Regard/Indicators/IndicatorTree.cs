namespace Regard.Indicators;

/// <summary>One version of the index: how dimensions and indicators add up to it. Published once, it never changes.</summary>
public sealed record IndicatorTree
{
    public required Id<IndicatorTree> Id { get; init; }
    /// <summary>The version that people see: 1, 2, 3.</summary>
    public required long Number { get; init; }
    public required string Name { get; init; }
    public required long Revision { get; init; }
    public Id<IndicatorTree>? BasedOn { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public string? SavedBy { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public string? PublishedBy { get; init; }
    /// <summary>Parents before children, siblings in their order.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    public bool IsDraft => PublishedAt is null;
    /// <summary>The index itself.</summary>
    public Indicator? Root => Indicators.FirstOrDefault(i => i.ParentCode is null);
    public Indicator? Find(string code) => Indicators.FirstOrDefault(i => i.Code == code);
    public IReadOnlyList<Indicator> ChildrenOf(string code) => [.. Indicators.Where(i => i.ParentCode == code)];
    public bool IsLeaf(string code) => !Indicators.Any(i => i.ParentCode == code);
    public IEnumerable<Indicator> Leaves => Indicators.Where(i => IsLeaf(i.Code));
    /// <summary>Nodes between the index and its leaves.</summary>
    public IEnumerable<Indicator> Dimensions => Indicators.Where(i => i.ParentCode is not null && !IsLeaf(i.Code));
}
