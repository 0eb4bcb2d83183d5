namespace Regard.Loyalty;

/// <summary>One working out of all customers: as of which day, by which rules, with which models.</summary>
public sealed record Working
{
    public required Id<Working> Id { get; init; }
    public required long Number { get; init; }
    public required DateOnly AsOf { get; init; }
    public Id<GradeRule>? GradeRuleId { get; init; }
    public Id<ChurnRule>? ChurnRuleId { get; init; }
    public required string Engine { get; init; }
    public required long Customers { get; init; }
    public required long Events { get; init; }
    /// <summary>The models' parameters, errors and fit, as JSON.</summary>
    public required string Models { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset DoneAt { get; init; }
}
