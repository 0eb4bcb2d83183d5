using Regard.Organisation;
namespace Regard.Visits;

/// <summary>Something of the premises or the equipment that is broken and that customers meet.</summary>
public sealed record Defect
{
    public const int LongestWords = 300, UsualDays = 3;

    public required Id<Defect> Id { get; init; }
    public required long Number { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    /// <summary>The visit that found it.</summary>
    public long? VisitNumber { get; init; }
    public string? ItemKey { get; init; }
    public required string Words { get; init; }
    public string? OwnerName { get; init; }
    public required DateOnly DueOn { get; init; }
    public string? ReportedBy { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public string? MendedBy { get; init; }
    public DateTimeOffset? MendedAt { get; init; }
    public string? MendedWords { get; init; }

    public bool IsLate(DateOnly today) => MendedAt is null && DueOn < today;
}
