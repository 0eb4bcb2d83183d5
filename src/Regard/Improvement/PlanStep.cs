namespace Regard.Improvement;

public sealed record PlanStep
{
    public const int LongestWords = 500;

    public required Id<PlanStep> Id { get; init; }
    public required string Words { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public string? DoneBy { get; init; }

    public bool IsOverdue(DateOnly today) => DoneAt is null && DueOn < today;
}
