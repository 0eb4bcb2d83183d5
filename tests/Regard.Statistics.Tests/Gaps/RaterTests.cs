namespace Regard.Statistics.Tests.Gaps;

public sealed class RaterTests
{
    static Moments Cell(int count, Func<int, byte[]> row)
    {
        var builder = new MomentsBuilder(row(0).Length);
        for (var i = 0; i < count; i++) builder.Add(row(i));
        return builder.ToMoments();
    }

    [Fact]
    public void Fixed_weights_are_brought_to_a_sum_of_one()
    {
        var means = SlotMeans.Of(Cell(10, i => [(byte)(i % 5), 4, (byte)(i % 2)]));
        var rater = Rater.Fixed(means, [[0, 1], [2]], [3, 1]);
        Assert.Equal([0.75, 0.25], rater.Weights!);
        Assert.Equal(0.75 * 3 + 0.25 * 0.5, rater.Index.Value!.Value, 1e-12);
        Assert.Equal(3, rater.Dimensions[0].Value);
    }

    [Fact]
    public void Equal_importance_gives_the_error_of_equal_fixed_weights()
    {
        var means = SlotMeans.Of(Cell(40, i => [(byte)(i * 7 % 11), (byte)(i * 3 % 11), 50, 50]));
        var (stated, equal) = (Rater.ByImportance(means, [[0], [1]], [2, 3]), Rater.Fixed(means, [[0], [1]], [1, 1]));
        Assert.Equal(equal.Index.Value!.Value, stated.Index.Value!.Value, 1e-12);
        Assert.Equal(equal.Index.StandardError!.Value, stated.Index.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void An_unmeasured_dimension_withholds_the_index_and_not_the_others()
    {
        var means = SlotMeans.Of(Cell(10, i => [(byte)(i % 5), 255]));
        var rater = Rater.Fixed(means, [[0], [1]], [1, 1]);
        Assert.Equal((Withholding.Unmeasured, Withholding.None), (rater.Index.Reason, rater.Dimensions[0].Reason));
    }

    [Fact]
    public void Importance_that_nobody_gave_withholds_the_index()
    {
        var means = SlotMeans.Of(Cell(10, i => [(byte)(i % 5), (byte)(i % 4), 0, 0]));
        Assert.Equal(Withholding.DenominatorNearZero, Rater.ByImportance(means, [[0], [1]], [2, 3]).Index.Reason);
    }

    [Fact]
    public void Weights_that_cannot_be_are_refused()
    {
        var means = SlotMeans.Of(Cell(4, i => [(byte)i, (byte)i]));
        Assert.Throws<ArgumentException>(() => Rater.Fixed(means, [[0], [1]], [1, -1]));
        Assert.Throws<ArgumentException>(() => Rater.Fixed(means, [[0], [1]], [0, 0]));
        Assert.Throws<ArgumentException>(() => Rater.Fixed(means, [[0], []], [1, 1]));
    }
}
