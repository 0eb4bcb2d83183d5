namespace Regard.Statistics.Tests.Numbers;

public sealed class EstimateTests
{
    [Fact]
    public void A_withheld_estimate_shows_its_n_and_no_number()
    {
        var withheld = Estimate.Of(50, 2, 8, 9).WithholdUnder(10);
        Assert.True(withheld.Withheld);
        Assert.Equal((Withholding.TooFew, 9L), (withheld.Reason, withheld.N));
        Assert.Null(withheld.Value ?? withheld.StandardError ?? withheld.Lower ?? withheld.Upper);
    }

    [Fact]
    public void An_estimate_on_the_minimum_is_given() => Assert.False(Estimate.Of(50, 2, 9, 10).WithholdUnder(10).Withheld);

    [Fact]
    public void A_number_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Of(double.NaN, 1, 5, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Of(1, double.PositiveInfinity, 5, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Of(1, 1, 5, 6, confidence: 1));
        Assert.Throws<ArgumentException>(() => Estimate.Withhold(Withholding.None, 3));
    }

    [Fact]
    public void Rescaling_by_a_negative_factor_swaps_the_bounds()
    {
        var turned = Estimate.Between(0.2, 0.1, 0.1, 0.5, 20).Rescaled(-100, 100);
        Assert.Equal((80, 10, 50, 90), (turned.Value, turned.StandardError, turned.Lower, turned.Upper));
    }
}
