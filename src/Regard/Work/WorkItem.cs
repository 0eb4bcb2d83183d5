using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Work;

[JsonConverter(typeof(JsonStringEnumConverter<WorkKind>))]
public enum WorkKind
{
    /// <summary>An improvement plan: done when the plan is finished or dropped.</summary>
    Plan,
    /// <summary>Something a manager asked for in a few words.</summary>
    Request,
    /// <summary>A good customer lost: done when somebody has written why, or the customer has come back.</summary>
    LostCustomer,
    /// <summary>Churn beyond its limits.</summary>
    ChurnAlarm,
}

/// <summary>Something that one person has to see to by a day.</summary>
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
    public required DateOnly DueOn { get; init; }
    public DateTimeOffset? DoneAt { get; init; }

    public bool IsOverdue(DateOnly today) => DoneAt is null && DueOn < today;

    /// <summary>Done by what it is about, not by ticking it off.</summary>
    [JsonIgnore] public bool IsDoneByItsSubject => Kind is WorkKind.Plan or WorkKind.LostCustomer;
    /// <summary>There is a page to go to.</summary>
    [JsonIgnore] public bool HasPage => Kind != WorkKind.Request;
}
