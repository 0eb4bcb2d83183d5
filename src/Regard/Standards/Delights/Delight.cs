namespace Regard.Standards;

/// <summary>Something that customers do not expect and that delights them.</summary>
public sealed record Delight
{
    public required Id<Delight> Id { get; init; }
    public required Text Names { get; init; }
    public DateTimeOffset? DroppedAt { get; init; }
}

/// <summary>It was done for somebody.</summary>
public sealed record DelightAct;
