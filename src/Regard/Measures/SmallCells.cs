using Regard.Organisation;
namespace Regard.Measures;

/// <summary>Which units' numbers must stay hidden, so that no group under the minimum shows, not even by subtraction.</summary>
/// <remarks>
/// Under a shown parent the parts that stay unknown must be several and hold the minimum together; otherwise the smallest
/// shown sibling is hidden with them, and enough below it that its own number cannot be added up again.
/// </remarks>
static class SmallCells
{
    /// <param name="tree">The units as they add up.</param>
    /// <param name="n">Answers of a unit with all below it.</param>
    /// <param name="own">Answers of the unit itself.</param>
    /// <param name="minimum">Fewest answers that may be shown.</param>
    public static HashSet<Id<Unit>> Hidden(UnitTree tree, Func<Id<Unit>, long> n, Func<Id<Unit>, long> own, long minimum)
    {
        var hidden = new HashSet<Id<Unit>>(tree.All.Select(u => u.Id).Where(u => n(u) < minimum));
        foreach (var unit in tree.All)
        {
            var children = tree.ChildrenOf(unit.Id).Select(c => c.Id).Where(c => n(c) > 0).OrderBy(n).ToList();
            if (n(unit.Id) < minimum || children.Count == 0) continue;
            while (!IsSafe(children, shownAbove: !hidden.Contains(unit.Id), own(unit.Id)))
            {
                if (children.Where(c => !hidden.Contains(c)).Take(1).ToList() is not [var next]) break;
                hidden.Add(next);
            }
        }
        return hidden;

        bool IsSafe(List<Id<Unit>> children, bool shownAbove, long own)
        {
            var unknown = children.Where(hidden.Contains).Select(n).ToList();
            if (own > 0) unknown.Add(own);
            // A shown parent tells the sum of the unknown parts; a hidden one must not be told by the sum of the known ones.
            return shownAbove ? unknown.Count == 0 || (unknown.Sum() >= minimum && (unknown.Count > 1 || own > 0)) : unknown.Sum() >= minimum;
        }
    }
}
