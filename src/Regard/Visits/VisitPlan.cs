using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Visits;

/// <summary>Visits that are to be made: which units, how often each, by when, by whom.</summary>
public sealed record VisitPlan
{
    public const int LongestName = 100, MostEach = 50, MostOrders = 1000;

    public required Id<VisitPlan> Id { get; init; }
    public required long Number { get; init; }
    public required string Name { get; init; }
    public required VisitKind Kind { get; init; }
    public required Id<FormVersion> FormVersionId { get; init; }
    public required string FormName { get; init; }
    public required long EachUnit { get; init; }
    public required DateOnly UntilDay { get; init; }
    public DateTimeOffset? StoppedAt { get; init; }
}

/// <summary>One visitor's part of a plan in one unit.</summary>
public sealed record VisitOrder
{
    public required Id<VisitOrder> Id { get; init; }
    public required Id<VisitPlan> PlanId { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required Id<Person> VisitorId { get; init; }
    public required string VisitorName { get; init; }
    public required long Made { get; init; }
}
