namespace Regard.Web.Improvement;

/// <summary>What was typed on a plan's page, shown again when it did not go through.</summary>
public sealed record PlanForm
{
    public string? Problem { get; init; }
    public string? RootCause { get; init; }
    public string? Target { get; init; }
    public string? DueOn { get; init; }
    public string? OwnerId { get; init; }
    public string? Words { get; init; }
    public string? Reason { get; init; }
    public string? IndicatorCode { get; init; }
}
