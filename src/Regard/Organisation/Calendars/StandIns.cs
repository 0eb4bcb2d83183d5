namespace Regard.Organisation;

/// <summary>Who acts for whom on a day.</summary>
public sealed class StandIns
{
    readonly Dictionary<Id<Person>, Id<Person>?> away = [];

    public StandIns(IEnumerable<Absence> absences, DateOnly day)
    {
        // Of two absences on one day, one with a stand-in holds.
        foreach (var a in absences.Where(a => a.IsOn(day)).OrderBy(a => a.StandInId is null)) away.TryAdd(a.PersonId, a.StandInId);
    }

    public bool IsAway(Id<Person> person) => away.ContainsKey(person);

    /// <summary>The person, when there; else whoever stands in, or stands in for that one in turn; null when nobody does.</summary>
    public Id<Person>? Acting(Id<Person> person)
    {
        var seen = new HashSet<Id<Person>>();
        for (var at = person; seen.Add(at);)
        {
            if (!away.TryGetValue(at, out var next)) return at;
            if (next is not { } standIn) return null;
            at = standIn;
        }
        return null;
    }

    /// <summary>Everybody for whom the person acts, being there.</summary>
    public IReadOnlyList<Id<Person>> ActedForBy(Id<Person> person) => [.. away.Keys.Where(p => p != person && Acting(p) == person)];
}
