using Regard.Organisation;
namespace Regard.Cases;

/// <summary>What another department is asked to do for a case, by its own clock.</summary>
public sealed record CaseTask
{
    public required Id<CaseTask> Id { get; init; }
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
    public bool IsLate(DateTimeOffset now) => IsOpen && DueAt < now;
}
