using FsCheck;
using FsCheck.Fluent;

namespace Regard.Statistics.Tests.Describe;

public sealed class MomentsTests
{
    static readonly Arbitrary<Rows> AnyRows = Rows.Generator.ToArbitrary();

    [Fact]
    public void Cells_equal_the_plain_sums_over_rows() => Prop.ForAll(AnyRows, rows =>
    {
        var m = rows.Fold();
        Assert.Equal(rows.Count, m.Rows);
        Assert.Equal(rows.All.Count(r => r.Any(b => b != Moments.Missing)), m.Respondents);
        for (var j = 0; j < rows.Slots; j++)
            for (var k = 0; k < rows.Slots; k++)
            {
                var both = rows.All.Where(r => r[j] != Moments.Missing && r[k] != Moments.Missing).ToList();
                Assert.Equal(both.Count, m.N(j, k));
                Assert.Equal(both.Sum(r => r[j]), m.First.Sum(j, k));
                Assert.Equal(both.Sum(r => r[j] * r[k]), m.First.Cross(j, k));
            }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_split_of_the_rows_gives_the_same_cells() => Prop.ForAll(AnyRows, ArbMap.Default.ArbFor<byte>(), (rows, cut) =>
    {
        var at = Math.Min(cut, rows.Count);
        var (head, tail) = (rows.Fold(0, at), rows.Fold(at, rows.Count));
        Assert.Equal(rows.Fold().ToBytes(), head.Add(tail).ToBytes());
        Assert.Equal(rows.Fold().ToBytes(), tail.Add(head).ToBytes());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_rows_does_not_matter() => Prop.ForAll(AnyRows, rows =>
    {
        var builder = new MomentsBuilder(rows.Slots);
        foreach (var row in rows.All.Reverse()) builder.Add(row);
        Assert.Equal(rows.Fold().ToBytes(), builder.ToMoments().ToBytes());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_come_back_as_they_went() => Prop.ForAll(AnyRows, ArbMap.Default.ArbFor<bool>(), (rows, weighted) =>
    {
        var moments = weighted ? rows.FoldWeighted(i => 0.5 + i % 7) : rows.Fold();
        var back = Moments.FromBytes(moments.ToBytes());
        Assert.Equal(moments.UnitWeights, back.UnitWeights);
        Assert.Equal((moments.Rows, moments.Respondents), (back.Rows, back.Respondents));
        Assert.Equal(moments.ToBytes(), back.ToBytes());
        Assert.Equal(moments.Second.S2, back.Second.S2);
        Assert.Equal(moments.First.S1, back.First.S1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Damaged_bytes_are_refused_and_nothing_else_happens()
    {
        var bytes = Rows.Random(40, 5, 10, missing: 0.2, seed: 3).Fold().ToBytes();
        for (var length = 0; length < bytes.Length; length++) Assert.Throws<FormatException>(() => Moments.FromBytes(bytes.AsSpan(0, length)));
        Assert.Throws<FormatException>(() => Moments.FromBytes([.. bytes, 0]));
        var random = new Random(5);
        for (var trial = 0; trial < 2000; trial++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try { Moments.FromBytes(damaged); }
            catch (FormatException) { }
        }
    }

    [Fact]
    public void A_cell_of_24_items_and_300_respondents_takes_less_than_3_kB()
    {
        Assert.InRange(Rows.Random(300, 24, 10, missing: 0.1, seed: 1).Fold().ToBytes().Length, 1, 3000);
        Assert.InRange(Rows.Random(300, 24, 10, missing: 0, seed: 1).Fold().ToBytes().Length, 1, 1500);
    }

    [Fact]
    public void Weighted_and_unweighted_rows_add_in_any_grouping()
    {
        var rows = Rows.Random(200, 6, 7, missing: 0.15, seed: 9);
        var (a, b, c) = (rows.Fold(), rows.FoldWeighted(i => 0.1 + i % 11 / 3.0), rows.FoldWeighted(i => 1 / (1.0 + i)));
        var (left, right) = (a.Add(b).Add(c), c.Add(b.Add(a)));
        Assert.False(left.UnitWeights);
        Assert.Equal(a.Respondents * 3, left.Respondents);
        foreach (var (x, y) in left.Second.S2.Zip(right.Second.S2)) Assert.Equal(x, y, 1e-12 * Math.Max(1, Math.Abs(x)));
        foreach (var (x, y) in left.First.S1.Zip(right.First.S1)) Assert.Equal(x, y, 1e-12 * Math.Max(1, Math.Abs(x)));
    }

    [Fact]
    public void The_highest_steps_do_not_run_over()
    {
        var row = new byte[] { 254, 254, 253 };
        var builder = new MomentsBuilder(3);
        for (var i = 0; i < 1000; i++) builder.Add(row);
        var m = builder.ToMoments();
        Assert.Equal(1000 * 254.0 * 254, m.First.Cross(0, 1));
        Assert.Equal(1000 * 254.0 * 253, m.First.Cross(2, 1));
        Assert.Equal(1000 * 254.0, m.First.Sum(0, 2));
    }

    [Theory]
    [InlineData(5, 0), InlineData(9, 0), InlineData(10, 0.1), InlineData(40, 0), InlineData(200, 0), InlineData(200, 0.3)]
    public void Columns_give_what_rows_give(int highest, double missing)
    {
        foreach (var (count, slots) in (ReadOnlySpan<(int, int)>)[(1, 1), (63, 3), (64, 5), (700, 24), (9000, 2), (20_003, 7)])
        {
            var rows = Rows.Random(count, slots, highest, missing, seed: count);
            var stride = count + 5;
            var packed = new byte[slots * stride];
            for (var i = 0; i < count; i++)
                for (var j = 0; j < slots; j++) packed[j * stride + i] = rows.Packed[i * slots + j];
            var builder = new MomentsBuilder(slots);
            builder.AddColumns(packed, stride, count);
            Assert.Equal(rows.Fold().ToBytes(), builder.ToMoments().ToBytes());
        }
    }

    [Fact]
    public void Columns_and_rows_mix()
    {
        var rows = Rows.Random(300, 4, 9, missing: 0, seed: 2);
        var packed = new byte[4 * 200];
        for (var i = 0; i < 200; i++)
            for (var j = 0; j < 4; j++) packed[j * 200 + i] = rows.Packed[(100 + i) * 4 + j];
        var builder = new MomentsBuilder(4);
        builder.Add(rows.Packed, 4, 100);
        builder.AddColumns(packed, 200, 200);
        Assert.Equal(rows.Fold().ToBytes(), builder.ToMoments().ToBytes());
        Assert.Throws<ArgumentException>(() => builder.AddColumns(packed, 199, 200));
        Assert.Throws<ArgumentException>(() => builder.AddColumns(packed.AsSpan(1).ToArray(), 200, 200));
    }

    [Fact]
    public void Moments_of_other_forms_do_not_add() =>
        Assert.Throws<ArgumentException>(() => Moments.Empty(3).Add(Moments.Empty(4)));

    [Fact]
    public void A_form_without_ratings_has_rows_and_no_respondents()
    {
        var builder = new MomentsBuilder(0);
        for (var i = 0; i < 300; i++) builder.Add([]);
        var back = Moments.FromBytes(builder.ToMoments().ToBytes());
        Assert.Equal((300L, 0L), (back.Rows, back.Respondents));
    }

    [Fact]
    public void A_row_of_weight_zero_is_seen_and_does_not_count()
    {
        var builder = new MomentsBuilder(1);
        builder.Add([4], 0);
        builder.Add([2]);
        var moments = builder.ToMoments();
        Assert.Equal((2L, 1L, 1L), (moments.Rows, moments.Respondents, moments.N(0)));
        Assert.True(moments.UnitWeights);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add([2], double.NaN));
        Assert.Throws<ArgumentException>(() => builder.Add([2, 3]));
    }
}
