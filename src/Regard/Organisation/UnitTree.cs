namespace Regard.Organisation;

/// <summary>The tree of units as it stood on one day.</summary>
public sealed class UnitTree
{
    readonly Dictionary<Id<Unit>, Unit> units;
    readonly Dictionary<Id<Unit>, Id<Unit>?> parents = [];
    readonly Dictionary<Id<Unit>, List<Unit>> children = [];

    public UnitTree(IEnumerable<Unit> all, IEnumerable<UnitPlace> places, DateOnly day)
    {
        Day = day;
        units = all.ToDictionary(u => u.Id);
        foreach (var group in places.Where(p => p.FromDay <= day).GroupBy(p => p.UnitId))
            parents[group.Key] = group.MaxBy(p => p.FromDay)!.ParentId;
        var free = units.Values.Where(u => parents.TryGetValue(u.Id, out var parent) && parent is null).OrderBy(u => u.Code, StringComparer.Ordinal).ToLookup(u => u.Kind == UnitKind.Competitor);
        (Roots, Competitors) = ([.. free[false]], [.. free[true]]);
        foreach (var (id, parent) in parents)
            if (parent is { } p && units.TryGetValue(id, out var unit)) (children.TryGetValue(p, out var list) ? list : children[p] = []).Add(unit);
        foreach (var list in children.Values) list.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
    }

    public DateOnly Day { get; }
    public IReadOnlyList<Unit> Roots { get; }
    public IReadOnlyList<Unit> Competitors { get; }

    public Unit? Find(Id<Unit> id) => parents.ContainsKey(id) && units.TryGetValue(id, out var unit) ? unit : null;
    public Unit? FindCode(string code) => units.Values.FirstOrDefault(u => u.Code == code && parents.ContainsKey(u.Id));
    public Id<Unit>? ParentOf(Id<Unit> id) => parents.GetValueOrDefault(id);
    public IReadOnlyList<Unit> ChildrenOf(Id<Unit> id) => children.TryGetValue(id, out var list) ? list : [];
    public bool IsLeaf(Id<Unit> id) => ChildrenOf(id).Count == 0;

    /// <summary>The unit and everything below it, parents before children.</summary>
    public IEnumerable<Unit> Under(Id<Unit> id)
    {
        if (Find(id) is not { } unit) yield break;
        yield return unit;
        foreach (var child in ChildrenOf(id))
            foreach (var below in Under(child.Id)) yield return below;
    }

    /// <summary>From the root down to the unit itself.</summary>
    public IReadOnlyList<Unit> PathTo(Id<Unit> id)
    {
        var path = new List<Unit>();
        for (Id<Unit>? at = id; at is { } here && Find(here) is { } unit; at = ParentOf(here)) path.Insert(0, unit);
        return path;
    }

    /// <summary>Refuses, naming the field, unless another unit may stand under this one from this day on.</summary>
    internal void MustTakeChild(Id<Unit> parent, string field)
    {
        if (Find(parent) is not { } unit) throw new Invalid(field, "On {0:yyyy-MM-dd} there is no such unit yet.", Day);
        if (unit.Kind == UnitKind.Competitor) throw new Invalid(field, "{0} is a competitor and stands apart from the company's tree.", unit.Name);
        if (unit.ClosedOn is { } closed) throw new Invalid(field, "{0} closes on {1:yyyy-MM-dd} and takes no more units.", unit.Name, closed);
    }

    /// <summary>The company's own units.</summary>
    public IEnumerable<Unit> All => Roots.SelectMany(r => Under(r.Id));

    /// <summary>The company's own units and its competitors: whatever answers can be about.</summary>
    public IEnumerable<Unit> Asked => All.Concat(Competitors);
}
