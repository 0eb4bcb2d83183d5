using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Work;

/// <summary>Something that one person has to see to by a time.</summary>
public sealed record WorkItem
{
    public required Id<WorkItem> Id { get; init; }
    public required WorkKind Kind { get; init; }
    public required Text Title { get; init; }
    /// <summary>The page where it is done.</summary>
    public required string Path { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public Id<Person>? OwnerId { get; init; }
    public string? OwnerName { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    /// <summary>The day that was said, where it was a day.</summary>
    public DateOnly? DueOn { get; init; }
    /// <summary>How many heads have been told that it was not done in time.</summary>
    public required int Level { get; init; }
    /// <summary>When the next one is told.</summary>
    public DateTimeOffset? EscalatesAt { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    internal long Ladder { get; init; }

    public bool IsOverdue(DateTimeOffset now) => DoneAt is null && DueAt < now;

    [JsonIgnore] public bool IsDoneByItsSubject => Kind.IsDoneByItsSubject();
    [JsonIgnore] public bool IsHandedOverHere => Kind.IsHandedOverHere();
    /// <summary>Its due day is a manager's to set.</summary>
    [JsonIgnore] public bool MayMoveDay => Kind is WorkKind.Request or WorkKind.ChurnAlarm;
    /// <summary>There is a page to go to.</summary>
    [JsonIgnore] public bool HasPage => Kind is not (WorkKind.Request or WorkKind.Routine);
}
