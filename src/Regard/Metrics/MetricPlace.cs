using Regard.Measures;
using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>From which unit series are looked at, and what else could be chosen.</summary>
public sealed record MetricPlace
{
    public required UnitLabel Unit { get; init; }
    /// <summary>From the topmost seen down to the unit.</summary>
    public required IReadOnlyList<UnitLabel> Path { get; init; }
    public required IReadOnlyList<UnitLabel> Below { get; init; }
    public required IReadOnlyList<UnitLabel> Tops { get; init; }
}

/// <summary>The units whose points somebody sees today, and the one that is looked from.</summary>
sealed class MetricSight
{
    readonly HashSet<Id<Unit>> care;

    MetricSight(UnitTree tree, HashSet<Id<Unit>> care, Unit unit) => (Tree, this.care, Unit) = (tree, care, unit);

    public UnitTree Tree { get; }
    public Unit Unit { get; }

    public static async Task<MetricSight> Of(Session s, Id<Unit>? asked)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Permission.SeeResults);
        var unit = asked is { } id ? tree.Find(id) : Topmost(tree, care).FirstOrDefault();
        return unit is not null && care.Contains(unit.Id) ? new(tree, care, unit) : throw new NotFound("There is no such unit in your care.");
    }

    /// <summary>The unit itself and what stands below it.</summary>
    public IReadOnlyList<Id<Unit>> Under => [.. Tree.Under(Unit.Id).Select(u => u.Id)];
    public IEnumerable<Unit> Competitors => Tree.Competitors.Where(c => care.Contains(c.Id));

    /// <summary>Whose points are read for a series looked at from the unit: what stands above is told of it too, where it is of the world outside.</summary>
    public IReadOnlyList<Id<Unit>> ReadFor(Series series) => series.Kind switch
    {
        SeriesKind.Outside => [.. Under.Concat(Tree.PathTo(Unit.Id).Select(u => u.Id)).Distinct()],
        SeriesKind.Competitor => [.. Under.Concat(Competitors.Select(c => c.Id))],
        _ => Under,
    };

    public MetricPlace Place => new()
    {
        Unit = UnitLabel.Of(Unit), Path = [.. Tree.PathTo(Unit.Id).Where(u => care.Contains(u.Id)).Select(UnitLabel.Of)],
        Below = [.. Tree.ChildrenOf(Unit.Id).Select(UnitLabel.Of)], Tops = [.. Topmost(Tree, care).Select(UnitLabel.Of)],
    };

    static IEnumerable<Unit> Topmost(UnitTree tree, HashSet<Id<Unit>> care) => tree.All.Where(u => care.Contains(u.Id) && !(tree.ParentOf(u.Id) is { } parent && care.Contains(parent)));
}
