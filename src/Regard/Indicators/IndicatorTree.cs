namespace Regard.Indicators;

/// <summary>One version of the index: how dimensions and indicators add up to it. Published once, it never changes.</summary>
public sealed record IndicatorTree
{
    public required Id<IndicatorTree> Id { get; init; }
    /// <summary>The version that people see: 1, 2, 3.</summary>
    public required long Number { get; init; }
    public required string Name { get; init; }
    public required long Revision { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];
}
