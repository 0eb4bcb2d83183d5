using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Visits;

/// <summary>As much of a visit as numbers are worked out from.</summary>
sealed record VisitRatings
{
    public required long Number { get; init; }
    public required VisitKind Kind { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required Id<FormVersion> FormVersionId { get; init; }
    public required Id<Form> FormId { get; init; }
    public required Id<Person> VisitorId { get; init; }
    public Id<Person>? PersonId { get; init; }
    public string? PersonName { get; init; }
    public RoleMet? RoleMet { get; init; }
    public ShiftMet? Shift { get; init; }
    public required DateOnly Day { get; init; }
    public double? Score { get; init; }
    public required byte[] Ratings { get; init; }
}
