namespace Regard.Work;

public sealed record WorkItem
{
    public required Id<WorkItem> Id { get; init; }
}
