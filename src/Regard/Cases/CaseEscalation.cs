namespace Regard.Cases;

/// <summary>The customer asked for a superior.</summary>
public sealed record CaseEscalation
{
    public required long Number { get; init; }
    public required string UnitName { get; init; }
    public required string ToName { get; init; }
    public required string Words { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    internal Id<CaseEscalation> Id { get; init; }
    internal Id<Organisation.Person> ToId { get; init; }
}
