using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<CaseTaskKind>))]
public enum CaseTaskKind
{
    Ask,
    /// <summary>What is done at once when the press takes a matter up.</summary>
    Crisis,
    /// <summary>To see whether it can happen in another unit too; the case may close before.</summary>
    Broadcast,
}

/// <summary>What another department is asked to do for a case, by its own clock.</summary>
public sealed record CaseTask
{
    public required Id<CaseTask> Id { get; init; }
    public required CaseTaskKind Kind { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required Id<Person> OwnerId { get; init; }
    public required string OwnerName { get; init; }
    public required string Words { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public string? Answer { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }

    public bool IsOpen => DoneAt is null && WithdrawnAt is null;
    /// <summary>The case cannot close before.</summary>
    public bool HoldsUp => IsOpen && Kind != CaseTaskKind.Broadcast;
    public bool IsLate(DateTimeOffset now) => IsOpen && DueAt < now;
}
