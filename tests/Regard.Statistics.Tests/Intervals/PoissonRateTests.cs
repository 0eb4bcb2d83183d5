namespace Regard.Statistics.Tests.Intervals;

public class PoissonRateTests
{
    /// <summary>Means at which the count, or more, and the count, or fewer, have a chance of 2.5 %: solved by bisection of the summed distribution with 40 digits, Python 3 decimal, 2026-11-22.</summary>
    [Theory]
    [InlineData(0, 0, 3.688879454), InlineData(7, 2.814363052, 14.422675362), InlineData(10, 4.795388696, 18.390356042), InlineData(100, 81.363991251, 121.626793792)]
    public void The_interval_is_the_exact_one(int count, double lower, double upper)
    {
        var rate = PoissonRate.Of(count, 1, 1);
        Assert.Equal((double)count, rate.Value!.Value);
        Assert.Equal(lower, rate.Lower!.Value, 1e-8);
        Assert.Equal(upper, rate.Upper!.Value, 1e-8);
        Assert.Equal(upper / 8, PoissonRate.Of(count, 800, 100).Upper!.Value, 1e-8);
    }

    [Fact]
    public void Without_chances_there_is_no_rate() => Assert.True(PoissonRate.Of(3, 0, 100).Withheld);

    [Theory]
    [InlineData(0.5), InlineData(3), InlineData(12)]
    public void It_holds_the_truth_at_least_as_often_as_it_says(double mean)
    {
        // Summed over every count that could come, rather than drawn.
        var (chance, held) = (Math.Exp(-mean), 0.0);
        for (var count = 0; count < 200; chance *= mean / ++count)
            if (PoissonRate.Of(count, 1, 1) is var r && r.Lower <= mean && mean <= r.Upper) held += chance;
        Assert.InRange(held, 0.95, 1);
    }
}
