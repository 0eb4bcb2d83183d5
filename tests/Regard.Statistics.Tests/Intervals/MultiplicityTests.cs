namespace Regard.Statistics.Tests.Intervals;

public sealed class MultiplicityTests
{
    // Benjamini and Hochberg (1995), section 4: thrombolysis, 15 comparisons.
    static readonly double[] Published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];

    [Fact]
    public void The_published_example_calls_four_differences_real() => Assert.Equal(4, BenjaminiHochberg.Decide(Published).Count(d => d));

    [Fact]
    public void Holm_calls_three_of_them_real() => Assert.Equal(3, Holm.Decide(Published).Count(d => d));

    [Fact]
    public void Adjusted_values_come_in_the_order_given()
    {
        // By hand, as R's p.adjust: 0.04 x 3 / 3, 0.01 x 3 / 1, 0.03 x 3 / 2 cut to its neighbour.
        Close([0.04, 0.03, 0.04], BenjaminiHochberg.Adjust([0.04, 0.01, 0.03]));
        Close([0.06, 0.03, 0.06], Holm.Adjust([0.04, 0.01, 0.03]));
        Assert.Empty(Holm.Adjust([]));
    }

    [Fact]
    public void A_p_value_out_of_range_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Adjust([0.1, double.NaN]));

    [Fact]
    public void Two_scores_without_any_spread_have_no_test()
    {
        var test = WelchTest.Of(Estimate.Of(80, 0, 9, 10), Estimate.Of(70, 0, 9, 10));
        Assert.Equal(10, test.Difference.Value);
        Assert.Null(test.PValue);
    }

    [Fact]
    public void A_withheld_side_withholds_the_difference() =>
        Assert.Equal(Withholding.TooFew, WelchTest.Of(Estimate.Of(80, 1, 9, 10), Estimate.Withhold(Withholding.TooFew, 3)).Difference.Reason);

    static void Close(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e, a, 1e-12);
    }
}
