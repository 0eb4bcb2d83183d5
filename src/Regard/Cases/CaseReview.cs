namespace Regard.Cases;

/// <summary>What was learnt from a case.</summary>
public sealed record CaseReview
{
    public required string Words { get; init; }
    public string? WrittenBy { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
}
