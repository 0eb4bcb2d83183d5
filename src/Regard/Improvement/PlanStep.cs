namespace Regard.Improvement;

public sealed record PlanStep
{
    public required Id<PlanStep> Id { get; init; }
}
