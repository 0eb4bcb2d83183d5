namespace Regard.Statistics.Tests.Effects;

/// <summary>R 4.2.2, clubSandwich 0.5.8: lm(y ~ x + factor(t) + factor(u)), vcovCR(type "CR2"), coef_test and conf_int Satterthwaite; 2026-11-22.</summary>
public sealed class WithinUnitsTests
{
    static readonly int[] u = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 5, 5, 6], t = [0, 1, 2, 3, 0, 1, 2, 3, 0, 2, 3, 0, 1, 2, 3, 1, 3, 0, 1, 2, 3, 2];
    static readonly double[] x = [12, 11, 10, 13, 8, 9, 9, 7, 15, 13, 12, 10, 10, 11, 9, 14, 12, 7, 6, 8, 8, 11], y = [60, 63, 66, 61, 70, 71, 69, 75, 52, 60, 63, 66, 65, 66, 70, 55, 62, 74, 78, 75, 72, 64];

    [Fact]
    public void Slope_and_interval_equal_clubSandwich_and_a_unit_seen_once_tells_nothing()
    {
        var found = WithinUnits.Of([.. u.Select((unit, i) => new UnitPeriod(unit, t[i], x[i], y[i]))]);
        Reference.Close(-2.35145765849144, found.Slope.Value, 1e-11);
        Reference.Close(0.387929274876587, found.Slope.StandardError, 1e-11);
        Reference.Close(3.05560126658382, found.Slope.DegreesOfFreedom, 1e-10);
        Reference.Close(-3.57340975137389, found.Slope.Lower, 1e-9);
        Reference.Close(1.13038833052088, found.Swing, 1e-12);
        Reference.Close(-2.35145765849144 * 1.13038833052088 / 3.31075687888904, found.Beta.Value, 1e-11);
        Assert.Equal((6, 4, 21L), (found.Units, found.Periods, found.Slope.N));
    }

    [Fact]
    public void Too_few_units_and_a_figure_that_is_the_same_everywhere_tell_nothing()
    {
        Assert.Equal(Withholding.TooFewUnits, WithinUnits.Of([.. u.Select((unit, i) => new UnitPeriod(unit, t[i], x[i], y[i])).Where(r => r.Unit < 4)]).Beta.Reason);
        Assert.Equal(Withholding.NoSpread, WithinUnits.Of([.. u.Select((unit, i) => new UnitPeriod(unit, t[i], t[i], y[i]))]).Beta.Reason);
        Assert.Equal(Withholding.NoSpread, WithinUnits.Of([.. u.Select((unit, i) => new UnitPeriod(unit, t[i], 3, y[i]))]).Beta.Reason);
        Assert.Equal(Withholding.TooFewUnits, WithinUnits.Of([]).Beta.Reason);
    }

    [Fact]
    public void Intervals_hold_the_truth_though_errors_hang_together_and_stores_differ()
    {
        const double truth = -0.8;
        var (chance, held, runs) = (new Random(5), 0, 600);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        for (var run = 0; run < runs; run++)
        {
            var rows = new List<UnitPeriod>();
            var season = Enumerable.Range(0, 6).Select(_ => 3 * Normal()).ToArray();
            for (var unit = 0; unit < 10; unit++)
            {
                // A better store has less of the figure for good, and errors of a store last from one period to the next.
                var (level, drift, error) = (5 * Normal(), Normal(), 0.0);
                for (var period = 0; period < 6; period++)
                {
                    error = 0.6 * error + Normal();
                    var figure = 10 - level + season[period] + 0.5 * drift * period + Normal();
                    rows.Add(new(unit, period, figure, 70 + 2 * level + 2 * season[period] + truth * figure + error));
                }
            }
            var slope = WithinUnits.Of(rows).Slope;
            if (slope.Lower <= truth && truth <= slope.Upper) held++;
        }
        Assert.InRange(held / (double)runs, 0.92, 0.985);
    }
}
