using Regard.Organisation;
namespace Regard.Measures;

/// <summary>Which groups of which units stay hidden, so that no group under the minimum shows, not even by subtraction.</summary>
/// <remarks>
/// Groups add up to the whole of their unit and, group by group, up the tree; respondents of no known group are a group that never shows itself. A reader is played who takes off what is shown
/// wherever one part of a sum is unknown, again and again; as long as that tells a small group, the smallest group shown in that sum is hidden too.
/// </remarks>
sealed class SmallGroups
{
    readonly List<Unit> units;
    readonly int columns;
    readonly long minimum;
    /// <summary>By unit and column, the last two of others and of all: with all below, and the unit itself.</summary>
    readonly long[] sizes;
    readonly List<(int Unit, int[] Parts)> sums = [];
    readonly bool[] shown;

    SmallGroups(UnitTree tree, int groups, Func<Id<Unit>, int, long> n, Func<Id<Unit>, int, long> own, Func<Id<Unit>, long> all, Func<Id<Unit>, long> ownAll, long minimum)
    {
        (units, columns, this.minimum) = ([.. tree.All], groups + 2, minimum);
        (sizes, shown) = (new long[units.Count * columns * 2], new bool[units.Count * columns * 2]);
        var places = units.Index().ToDictionary(u => u.Item.Id, u => u.Index);
        var whole = SmallCells.Hidden(tree, all, ownAll, minimum);
        for (var u = 0; u < units.Count; u++)
        {
            var id = units[u].Id;
            for (var g = 0; g < groups; g++) (sizes[At(u, g)], sizes[At(u, g, true)]) = (n(id, g), own(id, g));
            (sizes[At(u, groups + 1)], sizes[At(u, groups + 1, true)]) = (all(id), ownAll(id));
            foreach (var alone in new[] { false, true })
            {
                sizes[At(u, groups, alone)] = sizes[At(u, groups + 1, alone)] - Enumerable.Range(0, groups).Sum(g => sizes[At(u, g, alone)]);
                sums.Add((u, [.. Enumerable.Range(0, columns).Select(c => At(u, c, alone))]));
            }
            for (var c = 0; c < columns; c++) sums.Add((u, [At(u, c), At(u, c, true), .. tree.ChildrenOf(id).Select(child => At(places[child.Id], c))]));
            for (var g = 0; g < groups; g++) shown[At(u, g)] = sizes[At(u, g)] >= minimum;
            shown[At(u, groups + 1)] = !whole.Contains(id);
        }
    }

    /// <param name="n">Answers of a group in a unit with all below it.</param>
    /// <param name="own">The same of the unit itself.</param>
    /// <param name="all">Answers of a unit with all below it, of known groups and others.</param>
    /// <param name="ownAll">The same of the unit itself.</param>
    public static HashSet<(Id<Unit>, int)> Hidden(UnitTree tree, int groups, Func<Id<Unit>, int, long> n, Func<Id<Unit>, int, long> own, Func<Id<Unit>, long> all, Func<Id<Unit>, long> ownAll, long minimum)
    {
        var small = new SmallGroups(tree, groups, n, own, all, ownAll, minimum);
        while (small.Told() is { } sum && small.Smallest(sum) is { } next) small.shown[next] = false;
        return [.. from u in Enumerable.Range(0, small.units.Count) from g in Enumerable.Range(0, groups) where small.sizes[small.At(u, g)] > 0 && !small.shown[small.At(u, g)] select (small.units[u].Id, g)];
    }

    int At(int unit, int column, bool alone = false) => (unit * columns + column) * 2 + (alone ? 1 : 0);

    /// <summary>A sum that tells a small group; null when none does.</summary>
    (int Unit, int[] Parts)? Told()
    {
        var known = new bool[sizes.Length];
        for (var i = 0; i < known.Length; i++) known[i] = shown[i] || sizes[i] == 0;
        for (var found = true; found;)
        {
            found = false;
            foreach (var sum in sums)
            {
                var unknown = sum.Parts.Where(i => !known[i]).Take(2).ToArray();
                if (unknown is not [var told]) continue;
                if (sizes[told] < minimum) return sum;
                found = known[told] = true;
            }
        }
        return null;
    }

    /// <summary>The smallest group shown in the sum; else in its unit, else anywhere.</summary>
    int? Smallest((int Unit, int[] Parts) sum) =>
        Least(sum.Parts) ?? Least(Enumerable.Range(0, columns).Select(c => At(sum.Unit, c))) ?? Least(Enumerable.Range(0, sizes.Length));

    int? Least(IEnumerable<int> among) => among.Where(i => i / 2 % columns < columns - 1 && shown[i] && sizes[i] > 0).OrderBy(i => sizes[i]).Select(i => (int?)i).FirstOrDefault();
}
