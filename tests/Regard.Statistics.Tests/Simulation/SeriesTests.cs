namespace Regard.Statistics.Tests.Simulation;

public sealed class SeriesTests
{
    // Errors of spread 2 that follow on each other.
    static InterruptedSeries[] Fits(int worlds, int periods, double rho, double jump, double turn, int resamples = 199)
    {
        var fits = new InterruptedSeries[worlds];
        Parallel.For(0, worlds, w =>
        {
            var (chance, last) = (Draws.Seeded(6).Of(w), 0.0);
            last = chance.Normal() / Math.Sqrt(1 - rho * rho);
            var y = new double[periods];
            for (var t = 0; t < periods; t++, last = rho * last + chance.Normal())
                y[t] = 70 + 0.3 * t + 2 * last + (t >= periods / 2 ? jump + turn * (t - periods / 2) : 0);
            fits[w] = InterruptedSeries.Fit(y, periods / 2, Draws.Seeded(w), resamples);
        });
        return fits;
    }

    [Theory]
    [InlineData(36, 0.0), InlineData(36, 0.4), InlineData(60, 0.4)]
    public void Without_a_change_five_per_cent_are_found(int periods, double rho)
    {
        // With 99 resamples, at most four of them as far off are 5 % exactly.
        var fits = Fits(2500, periods, rho, 0, 0, 99);
        Seen.InRange(fits.Count(f => f.LevelP <= 0.05) / 2500.0, 0.04, 0.06);
        Seen.InRange(fits.Count(f => f.SlopeP <= 0.05) / 2500.0, 0.04, 0.06);
    }

    [Fact]
    public void A_jump_and_a_turn_are_recovered()
    {
        var fits = Fits(1000, 40, 0.3, 8, 0.5, 99);
        Assert.InRange(fits.Average(f => f.Level.Value!.Value), 7.7, 8.3);
        Assert.InRange(fits.Average(f => f.Slope.Value!.Value), 0.45, 0.55);
        Seen.InRange(fits.Count(f => f.Slope.Lower <= 0.5 && 0.5 <= f.Slope.Upper) / 1000.0, 0.93, 0.97);
        Seen.InRange(fits.Count(f => f.Level.Lower <= 8 && 8 <= f.Level.Upper) / 1000.0, 0.93, 0.97);
    }
}
