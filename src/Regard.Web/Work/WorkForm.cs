namespace Regard.Web.Work;

public sealed record WorkForm
{
    public string? Title { get; init; }
    public string? OwnerId { get; init; }
    public string? DueOn { get; init; }
}
