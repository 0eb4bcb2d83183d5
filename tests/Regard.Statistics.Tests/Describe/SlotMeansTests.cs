using FsCheck;
using FsCheck.Fluent;

namespace Regard.Statistics.Tests.Describe;

public sealed class SlotMeansTests
{
    static readonly Arbitrary<Rows> AnyRows = Rows.Generator.ToArbitrary();

    [Fact]
    public void A_weight_of_two_gives_the_mean_of_the_row_given_twice() => Prop.ForAll(AnyRows, rows =>
    {
        var (weighted, repeated) = (new MomentsBuilder(rows.Slots), new MomentsBuilder(rows.Slots));
        foreach (var (i, row) in rows.All.Index())
        {
            weighted.Add(row, 1 + i % 2);
            for (var times = 0; times <= i % 2; times++) repeated.Add(row);
        }
        var (one, other) = (SlotMeans.Of(weighted.ToMoments()), SlotMeans.Of(repeated.ToMoments()));
        for (var j = 0; j < rows.Slots; j++)
            if (one.Mean(j) is { Withheld: false } mean) Assert.Equal(other.Mean(j).Value!.Value, mean.Value.Value, 1e-12 * 254);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_reading_of_the_scale_moves_estimates_with_it() => Prop.ForAll(AnyRows, Gen.Choose(-20, 20).ToArbitrary(), (rows, shift) =>
    {
        var moments = rows.Fold();
        var (plain, moved) = (SlotMeans.Of(moments), SlotMeans.Of(moments, [.. Enumerable.Repeat(new Reading(shift, -3), rows.Slots)]));
        for (var j = 0; j < rows.Slots; j++)
        {
            var (expected, actual) = (plain.Mean(j).Rescaled(-3, shift), moved.Mean(j));
            Assert.Equal(expected.Reason, actual.Reason);
            if (actual.Withheld) continue;
            Close(expected.Value, actual.Value);
            Close(expected.StandardError, actual.StandardError);
            Close(expected.Lower, actual.Lower);
            Close(expected.Upper, actual.Upper);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Means_from_cells_equal_means_from_rows_with_weights_and_missing_answers()
    {
        var rows = Rows.Random(150, 4, 9, missing: 0.2, seed: 4);
        static double Weight(int i) => 0.3 + i % 5;
        var cells = SlotMeans.Of(rows.FoldWeighted(Weight));
        var direct = DesignMeans.Of(
            [.. Enumerable.Range(0, 4).Select(j => (double?[])[.. rows.All.Select(r => r[j] == Moments.Missing ? null : (double?)r[j])])],
            [.. Enumerable.Range(0, rows.Count).Select(Weight)]);
        for (var j = 0; j < 4; j++)
            for (var k = 0; k < 4; k++)
                Assert.Equal(direct.Covariance(j, k), cells.Covariance(j, k), 1e-12);
        Assert.Equal(direct.MeanOf([0, 1, 2, 3]).Lower!.Value, cells.MeanOf([0, 1, 2, 3]).Lower!.Value, 1e-10);
    }

    [Fact]
    public void Equal_answers_give_a_value_without_error()
    {
        var builder = new MomentsBuilder(1);
        for (var i = 0; i < 12; i++) builder.Add([7], 0.1 + i);
        var mean = SlotMeans.Of(builder.ToMoments()).Mean(0);
        Assert.False(mean.Withheld);
        Assert.Equal((0.0, mean.Value, mean.Value), (mean.StandardError, mean.Lower, mean.Upper));
        Assert.Equal(7, mean.Value!.Value, 1e-12);
    }

    [Fact]
    public void A_slot_that_nobody_or_only_one_answered_is_withheld()
    {
        var builder = new MomentsBuilder(3);
        builder.Add([5, 5, 255]);
        builder.Add([6, 255, 255]);
        var means = SlotMeans.Of(builder.ToMoments());
        Assert.Equal(5.5, means.Mean(0).Value);
        Assert.Equal((Withholding.TooFew, 1L), (means.Mean(1).Reason, means.Mean(1).N));
        Assert.Equal(Withholding.Unmeasured, means.Mean(2).Reason);
        Assert.Equal(Withholding.Unmeasured, means.MeanOf([0, 2]).Reason);
        Assert.Null(means.Mean(2).Value);
    }

    [Fact]
    public void A_ratio_over_a_level_that_may_be_zero_is_withheld()
    {
        var builder = new MomentsBuilder(2);
        for (var i = 0; i < 30; i++) builder.Add([(byte)(5 + i % 2), (byte)(i == 0 ? 1 : 0)]);
        var means = SlotMeans.Of(builder.ToMoments());
        Assert.Equal(Withholding.DenominatorNearZero, means.RatioOf([0], [1]).Reason);
        Assert.Equal(Withholding.None, means.RatioOf([1], [0]).Reason);
    }

    [Fact]
    public void Ratio_and_smooth_function_agree()
    {
        var means = SlotMeans.Of(Rows.Random(90, 2, 10, missing: 0.1, seed: 6).Fold());
        var (ratio, smooth) = (means.RatioOf([0], [1]), means.Smooth([0, 1], m => (m[0] / m[1], [1 / m[1], -m[0] / (m[1] * m[1])])));
        Assert.Equal(ratio.StandardError!.Value, smooth.StandardError!.Value, 1e-14);
        Assert.Equal(ratio.Lower!.Value, smooth.Lower!.Value, 1e-14);
    }

    [Fact]
    public void The_n_of_a_combination_is_that_of_its_thinnest_part()
    {
        var builder = new MomentsBuilder(2);
        for (var i = 0; i < 20; i++) builder.Add([(byte)(i % 4), i < 8 ? (byte)(i % 3) : Moments.Missing]);
        var mean = SlotMeans.Of(builder.ToMoments()).MeanOf([0, 1]);
        Assert.Equal((8L, 7.0), (mean.N, mean.DegreesOfFreedom));
        Assert.Equal(Withholding.TooFew, mean.WithholdUnder(10).Reason);
    }

    [Fact]
    public void Reversed_items_are_turned()
    {
        var builder = new MomentsBuilder(1);
        builder.Add([0]);
        builder.Add([2]);
        Assert.Equal(75, SlotMeans.Scores(builder.ToMoments(), [new Scale(1, 5, Reversed: true)]).Mean(0).Value);
    }

    static void Close(double? expected, double? actual) => Assert.Equal(expected!.Value, actual!.Value, 1e-9 * Math.Max(1, Math.Abs(actual.Value)));
}
