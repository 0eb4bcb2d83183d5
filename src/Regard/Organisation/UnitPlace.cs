namespace Regard.Organisation;

/// <summary>From this day on, the unit stands under that parent (none: it is the root).</summary>
public sealed record UnitPlace
{
    public required Id<Unit> UnitId { get; init; }
    public required DateOnly FromDay { get; init; }
    public Id<Unit>? ParentId { get; init; }
}

static class UnitPlaces
{
    public static UnitPlace Last(this IEnumerable<UnitPlace> places, Id<Unit> unit) => places.Where(p => p.UnitId == unit).MaxBy(p => p.FromDay)!;

    /// <summary>The first day, from the given one on, on which a unit would stand under itself; null when there is none.</summary>
    public static DateOnly? LoopFrom(this IReadOnlyList<UnitPlace> places, DateOnly day)
    {
        foreach (var at in places.Select(p => p.FromDay).Where(d => d > day).Append(day).Distinct().Order())
        {
            var parents = places.Where(p => p.FromDay <= at).GroupBy(p => p.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(p => p.FromDay)!.ParentId);
            if (parents.Keys.Any(unit => Loops(parents, unit))) return at;
        }
        return null;
    }

    static bool Loops(Dictionary<Id<Unit>, Id<Unit>?> parents, Id<Unit> unit)
    {
        var steps = 0;
        for (Id<Unit>? up = unit; up is { } here; up = parents.GetValueOrDefault(here))
            if (steps++ > parents.Count) return true;
        return false;
    }
}
