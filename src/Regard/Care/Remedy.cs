namespace Regard.Care;

/// <summary>Something of the house that can be given: "oil change free of charge", what it costs.</summary>
public sealed record Remedy
{
    public required Id<Remedy> Id { get; init; }
    public required GestureKind Kind { get; init; }
    public required Text Name { get; init; }
    /// <summary>What it usually costs, in the smallest unit of the currency; null where it is said each time.</summary>
    public long? Cost { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }
}
