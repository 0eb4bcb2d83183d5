using Regard.Measures;
using Regard.Organisation;
namespace Regard.Tests.Measures;

/// <summary>Plays the curious reader: with every shown number and the shape of the tree, no group under the minimum may be told.</summary>
public class SmallCellTests
{
    const long minimum = 10;

    [Fact]
    public void The_smallest_neighbour_is_hidden_with_a_single_small_unit()
    {
        var (tree, ids) = Tree([(-1, 0), (0, 3), (0, 40), (0, 25)]);
        var hidden = Hidden(tree, ids, [0, 3, 40, 25]);
        Assert.Equal([ids[1], ids[3]], hidden.OrderBy(h => Array.IndexOf(ids, h)));
    }

    [Fact]
    public void Two_small_units_that_hold_the_minimum_together_need_no_third()
    {
        var (tree, ids) = Tree([(-1, 0), (0, 6), (0, 6), (0, 25)]);
        Assert.Equal(2, Hidden(tree, ids, [0, 6, 6, 25]).Count);
    }

    [Fact]
    public void A_hidden_neighbour_is_not_told_by_the_units_below_it()
    {
        // 0: 1 (3 answers), 2 (its stores 3 and 4 with 20 and 30).
        var (tree, ids) = Tree([(-1, 0), (0, 3), (0, 0), (2, 20), (2, 30)]);
        var hidden = Hidden(tree, ids, [0, 3, 0, 20, 30]);
        Assert.Contains(ids[2], hidden);
        Assert.Contains(ids[3], hidden);
        Assert.DoesNotContain(ids[4], hidden);
    }

    [Fact]
    public void No_company_tells_a_small_group_by_subtraction()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var chance = new Random(seed);
            var shape = Enumerable.Range(0, 2 + chance.Next(14)).Select(i => (Parent: i == 0 ? -1 : chance.Next(i), Own: chance.Next(3) == 0 ? 0 : chance.Next(3) == 0 ? chance.Next(8) : chance.Next(60))).ToArray();
            var (tree, ids) = Tree(shape);
            var own = shape.Select(s => (long)s.Own).ToArray();
            var hidden = Hidden(tree, ids, own);
            foreach (var told in Told(shape, own, [.. ids.Select(hidden.Contains)]))
                Assert.True(told is 0 or >= minimum, $"seed {seed} tells a group of {told}");
        }
    }

    /// <summary>The groups whose sum a reader can work out: each shown number, less what is shown of its parts.</summary>
    static IEnumerable<long> Told((int Parent, int Own)[] shape, long[] own, bool[] hidden)
    {
        for (var unit = 0; unit < shape.Length; unit++)
        {
            if (hidden[unit]) continue;
            yield return Sum(unit);
            yield return Sum(unit) - ShownBelow(unit);
        }
        // A hidden unit whose parts are all shown is told by adding them up.
        for (var unit = 0; unit < shape.Length; unit++)
            if (hidden[unit] && own[unit] == 0 && Children(unit).Any() && Children(unit).All(c => !hidden[c] || Sum(c) == 0)) yield return Remainder(unit);

        // The largest shown units below, however deep, taken off.
        long ShownBelow(int unit) => Children(unit).Sum(c => hidden[c] ? ShownBelow(c) : Sum(c));
        // Known now, it is taken off its own parent in turn.
        long Remainder(int unit) => shape[unit].Parent is var parent and >= 0 && !hidden[parent] ? Sum(parent) - ShownBelow(parent) : minimum;
        long Sum(int unit) => own[unit] + Children(unit).Sum(Sum);
        IEnumerable<int> Children(int unit) => Enumerable.Range(0, shape.Length).Where(i => shape[i].Parent == unit);
    }

    static HashSet<Id<Unit>> Hidden(UnitTree tree, Id<Unit>[] ids, long[] own)
    {
        long Own(Id<Unit> id) => own[Array.IndexOf(ids, id)];
        long Sum(Id<Unit> id) => Own(id) + tree.ChildrenOf(id).Sum(c => Sum(c.Id));
        return [.. SmallCells.Hidden(tree, Sum, Own, minimum).Where(u => Sum(u) > 0)];
    }

    static (UnitTree, Id<Unit>[]) Tree((int Parent, int Own)[] shape)
    {
        var ids = shape.Select(_ => new Id<Unit>(Guid.NewGuid())).ToArray();
        var day = new DateOnly(2031, 1, 1);
        return (new UnitTree(
            ids.Select((id, i) => new Unit { Id = id, Code = $"U{i:00}", Name = $"U{i}", Kind = UnitKind.Store }),
            ids.Select((id, i) => new UnitPlace { UnitId = id, FromDay = day, ParentId = shape[i].Parent < 0 ? null : ids[shape[i].Parent] }), day), ids);
    }
}
