namespace Regard.Cases;

/// <summary>What we offered to put it right, and what the customer said.</summary>
public sealed record Proposal
{
    public required long Number { get; init; }
    public required string Words { get; init; }
    public string? MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public bool? IsAccepted { get; init; }
    public CaseChannel? Channel { get; init; }
    public string? Answer { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
}
