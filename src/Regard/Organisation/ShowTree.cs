namespace Regard.Organisation;

/// <summary>The tree on a day: what is in the caller's care, and the way up from there to the root.</summary>
public sealed record ShowTree(DateOnly? Day = null) : Question<IReadOnlyList<TreeRow>>
{
    internal override Permission Needs => Permission.SeeOrganisation;

    internal override async Task<IReadOnlyList<TreeRow>> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, Day ?? s.Today);
        var places = await UnitStore.Places(s);
        var care = tree.InCare(s.Caller, Needs);
        var shown = care.SelectMany(id => tree.PathTo(id)).Select(u => u.Id).ToHashSet();
        var names = (await UnitStore.Tree(s, DateOnly.MaxValue)).All.ToDictionary(u => u.Id, u => u.Name);
        return [.. tree.Asked.Where(u => shown.Contains(u.Id)).Select(u => Row(u, tree, places, care.Contains(u.Id), names))];
    }

    static TreeRow Row(Unit unit, UnitTree tree, IReadOnlyList<UnitPlace> places, bool inCare, Dictionary<Id<Unit>, string> names)
    {
        var own = places.Where(p => p.UnitId == unit.Id).OrderBy(p => p.FromDay).ToList();
        return new()
        {
            Unit = unit, Depth = tree.PathTo(unit.Id).Count - 1, ParentId = tree.ParentOf(unit.Id), InCare = inCare, IsOpen = unit.IsOpenOn(tree.Day),
            Places = !inCare ? [] : [.. own.Select(p => new TreePlace(p.FromDay, p.ParentId, p.ParentId is { } parent ? names.GetValueOrDefault(parent) : null))],
        };
    }
}

public sealed record TreeRow
{
    public required Unit Unit { get; init; }
    /// <summary>0 for the root.</summary>
    public required int Depth { get; init; }
    public Id<Unit>? ParentId { get; init; }
    /// <summary>False for what is only on the way up.</summary>
    public required bool InCare { get; init; }
    public required bool IsOpen { get; init; }
    /// <summary>Every place the unit has had, has or will have, by day.</summary>
    public required IReadOnlyList<TreePlace> Places { get; init; }
}

public sealed record TreePlace(DateOnly FromDay, Id<Unit>? ParentId, string? ParentName);
