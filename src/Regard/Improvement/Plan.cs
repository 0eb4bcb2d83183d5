namespace Regard.Improvement;

public sealed record Plan
{
    public required Id<Plan> Id { get; init; }
}
