namespace Regard.Cases;

/// <summary>Who owned the case from when on.</summary>
public sealed record OwnerHeld
{
    public required string OwnerName { get; init; }
    public required OwnedHow How { get; init; }
    public required string Why { get; init; }
    public required DateTimeOffset FromAt { get; init; }
    public DateTimeOffset? UntilAt { get; init; }
    public string? GivenBy { get; init; }
}
