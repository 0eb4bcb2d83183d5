namespace Regard.Loyalty;

/// <summary>All that a working out found, ready to be kept.</summary>
sealed class WorkedOut
{
    public required CustomerBook Book { get; init; }
    public required CustomerFacts[] Facts { get; init; }
    public required GradeCourse Grades { get; init; }
    public required IReadOnlyList<(int Unit, string Kind, string Document)> Documents { get; init; }
    public required LifetimeFigures Lifetimes { get; init; }
    public required NextCategory Next { get; init; }
    public required RiskFound Risk { get; init; }
    public required GradeRule GradeRule { get; init; }
    public required ChurnRule ChurnRule { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
}
