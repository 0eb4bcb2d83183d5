using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Intervals;

public sealed class FiellerTests
{
    static SlotMeans Sample(DrawStream chance, int n, double denominatorSpread)
    {
        var (a, b) = (new double?[n], new double?[n]);
        for (var i = 0; i < n; i++)
        {
            var common = chance.Normal();
            (a[i], b[i]) = (6 + 2 * common + chance.Normal(), 4 + denominatorSpread * (0.6 * common + 0.8 * chance.Normal()));
        }
        return DesignMeans.Of([a, b]);
    }

    [Fact]
    public void At_each_bound_the_difference_just_differs_from_nothing()
    {
        var means = Sample(Draws.Seeded(2).Of(0), 20, 3);
        var ratio = Fieller.Ratio(means, [1, 0], [0, 1]);
        foreach (var bound in new[] { ratio.Lower!.Value, ratio.Upper!.Value })
        {
            var difference = means.Linear([1, -bound]);
            Assert.Equal(Quantile.Student(0.975, 19), Math.Abs(difference.Value!.Value / difference.StandardError!.Value), 1e-9);
        }
        Reference.Close(means.RatioOf([0], [1]).StandardError!.Value, ratio.StandardError);
    }

    [Fact]
    public void It_holds_the_truth_where_the_delta_method_does_not()
    {
        var (fieller, delta, tested) = (0, 0, 0);
        for (var w = 0; w < 4000; w++)
        {
            var means = Sample(Draws.Seeded(3).Of(w), 12, 2.5);
            var ratio = Fieller.Ratio(means, [1, 0], [0, 1]);
            // Without bounds every ratio is held.
            if (ratio.Withheld || (ratio.Lower <= 1.5 && 1.5 <= ratio.Upper)) fieller++;
            if (means.RatioOf([0], [1]) is not { Withheld: false } plain) continue;
            tested++;
            if (plain.Lower <= 1.5 && 1.5 <= plain.Upper) delta++;
        }
        Seen.InRange(fieller / 4000.0, 0.94, 0.96);
        Assert.True(Math.Abs(delta / (double)tested - 0.95) > Math.Abs(fieller / 4000.0 - 0.95));
    }

    [Fact]
    public void A_denominator_that_may_be_nothing_is_withheld() =>
        Assert.Equal(Withholding.DenominatorNearZero, Fieller.Ratio(5, 1, (1, 1, 0), null, 30).Reason);
}
