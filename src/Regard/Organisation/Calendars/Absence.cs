namespace Regard.Organisation;

/// <summary>Somebody is away on some days, the last one included; somebody else stands in.</summary>
public sealed record Absence
{
    public required Id<Absence> Id { get; init; }
    public required Id<Person> PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateOnly FromDay { get; init; }
    public required DateOnly UntilDay { get; init; }
    /// <summary>Null when nobody stands in, or whoever should has left.</summary>
    public Id<Person>? StandInId { get; init; }
    public string? StandInName { get; init; }

    public bool IsOn(DateOnly day) => FromDay <= day && day <= UntilDay;
}
