namespace Regard.Web.Loyalty.Reviews;

/// <summary>What was typed into a note.</summary>
public sealed record AnnotationTyped
{
    public string? Day { get; init; }
    public string? Text { get; init; }
}
