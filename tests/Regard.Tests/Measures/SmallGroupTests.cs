using Regard.Measures;
using Regard.Organisation;
namespace Regard.Tests.Measures;

/// <summary>Plays the curious reader of groups by unit: whatever sum has one unknown part only, tells it, again and again.</summary>
public class SmallGroupTests
{
    const long minimum = 10;

    [Fact]
    public void No_table_of_groups_tells_a_small_one_by_subtraction()
    {
        var hiddenAtAll = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var chance = new Random(seed);
            int[] parents = [.. Enumerable.Range(0, 2 + chance.Next(8)).Select(i => i == 0 ? -1 : chance.Next(i))];
            var groups = 2 + chance.Next(3);
            // The last column: respondents of no known group.
            var own = parents.Select(_ => Enumerable.Range(0, groups + 1).Select(g => chance.Next(3) == 0 ? 0L : chance.Next(3) == 0 ? chance.Next(9) : chance.Next(50)).ToArray()).ToArray();
            if (chance.Next(2) == 0) foreach (var row in own) row[groups] = 0;
            hiddenAtAll += Attack(parents, own, groups, seed);
        }
        Assert.True(hiddenAtAll > 1000);
    }

    static int Attack(int[] parents, long[][] own, int groups, int seed)
    {
        var (tree, ids) = Tree(parents);
        var units = parents.Length;
        long Sum(int unit, int group) => own[unit][group] + Children(unit).Sum(c => Sum(c, group));
        IEnumerable<int> Children(int unit) => Enumerable.Range(0, units).Where(i => parents[i] == unit);
        int At(Id<Unit> id) => Array.IndexOf(ids, id);
        long All(Id<Unit> id) => Enumerable.Range(0, groups + 1).Sum(g => Sum(At(id), g));
        long OwnAll(Id<Unit> id) => own[At(id)].Sum();
        var whole = SmallCells.Hidden(tree, All, OwnAll, minimum);
        var hidden = SmallGroups.Hidden(tree, groups, (u, g) => Sum(At(u), g), (u, g) => own[At(u)][g], All, OwnAll, minimum);

        // Names of sums -> size; what is shown is known, and that nobody answered is, too.
        var size = new Dictionary<string, long>();
        var known = new HashSet<string>();
        var lines = new List<string[]>();
        for (var u = 0; u < units; u++)
        {
            size[$"{u}"] = All(ids[u]);
            size[$"{u} own"] = OwnAll(ids[u]);
            for (var g = 0; g <= groups; g++) (size[$"{u}/{g}"], size[$"{u}/{g} own"]) = (Sum(u, g), own[u][g]);
            if (!whole.Contains(ids[u])) known.Add($"{u}");
            for (var g = 0; g < groups; g++) if (!hidden.Contains((ids[u], g))) known.Add($"{u}/{g}");
            lines.Add([$"{u}", .. Enumerable.Range(0, groups + 1).Select(g => $"{u}/{g}")]);
            lines.Add([$"{u} own", .. Enumerable.Range(0, groups + 1).Select(g => $"{u}/{g} own")]);
            lines.Add([$"{u}", $"{u} own", .. Children(u).Select(c => $"{c}")]);
            for (var g = 0; g <= groups; g++) lines.Add([$"{u}/{g}", $"{u}/{g} own", .. Children(u).Select(c => $"{c}/{g}")]);
        }
        known.UnionWith(size.Where(p => p.Value == 0).Select(p => p.Key));
        for (var found = true; found;)
        {
            found = false;
            foreach (var line in lines)
                if (line.Where(x => !known.Contains(x)).Take(2).ToArray() is [var told])
                {
                    Assert.True(size[told] >= minimum, $"seed {seed} tells {told}: {size[told]}");
                    found = known.Add(told);
                }
        }
        return hidden.Count(h => Sum(At(h.Item1), h.Item2) > 0);
    }

    static (UnitTree, Id<Unit>[]) Tree(int[] parents)
    {
        var ids = parents.Select(_ => new Id<Unit>(Guid.NewGuid())).ToArray();
        var day = new DateOnly(2031, 1, 1);
        return (new UnitTree(
            ids.Select((id, i) => new Unit { Id = id, Code = $"U{i:00}", Name = $"U{i}", Kind = UnitKind.Store }),
            ids.Select((id, i) => new UnitPlace { UnitId = id, FromDay = day, ParentId = parents[i] < 0 ? null : ids[parents[i]] }), day), ids);
    }
}
