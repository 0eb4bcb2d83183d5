using Regard.Organisation;
namespace Regard.Audit;

/// <summary>Who did what, when, on what, and how it came out.</summary>
public sealed record AuditEntry
{
    public required long Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public Id<Person>? PersonId { get; init; }
    public required string PersonName { get; init; }
    public required string Origin { get; init; }
    public required string Operation { get; init; }
    public string? Subject { get; init; }
    public required Outcome Outcome { get; init; }
    public string? Words { get; init; }
}
