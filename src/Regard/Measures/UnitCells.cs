using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>The cells of a wave added up the tree of units.</summary>
sealed class UnitCells
{
    readonly Dictionary<Id<Unit>, CellMeans> own = [], whole = [];

    public UnitCells(WaveMeasures measures, UnitTree tree, IEnumerable<Cell> cells)
    {
        var moments = cells.ToLookup(c => c.Key.Unit, c => c.Moments);
        foreach (var root in tree.Roots.Concat(tree.Competitors)) Add(root.Id);

        Moments? Add(Id<Unit> unit)
        {
            var parts = moments[unit].ToList();
            var below = tree.ChildrenOf(unit).Select(c => Add(c.Id)).OfType<Moments>().ToList();
            if (parts.Count + below.Count == 0) return null;
            var sum = parts.Count + below.Count == 1 ? parts.Concat(below).Single() : Moments.Sum(measures.Slots, parts.Concat(below));
            whole[unit] = measures.Read(sum);
            if (parts.Count > 0) own[unit] = below.Count == 0 ? whole[unit] : measures.Read(Moments.Sum(measures.Slots, parts));
            return sum;
        }
    }

    /// <summary>Of the unit with all below it; null when nobody answered there.</summary>
    public CellMeans? Whole(Id<Unit> unit) => whole.GetValueOrDefault(unit);

    /// <summary>Of the unit alone.</summary>
    public CellMeans? Own(Id<Unit> unit) => own.GetValueOrDefault(unit);
}
