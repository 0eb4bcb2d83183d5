using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Optimum;

public sealed class SatisfactionOptimumTests
{
    static Observations Rows(int n, int seed, Func<double, double> value, double error, bool levels = false)
    {
        var chance = Draws.Seeded(3).For(seed).Of(0);
        var (x, y) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            x[i] = levels ? 1 + chance.Below(10) : 100 * chance.Uniform();
            y[i] = value(x[i]) + error * chance.Normal();
        }
        return Observations.Of(["satisfaction", "value"], [x, y]);
    }

    static SatisfactionOptimum Fit(Observations data, double cost, int resamples = 200) =>
        SatisfactionOptimum.Fit(data, "satisfaction", "value", new() { CostPerPoint = cost, Resamples = resamples });

    [Fact]
    public void The_curve_rises_by_less_and_less()
    {
        var curve = Fit(Rows(300, 1, x => 100 * (1 - Math.Exp(-x / 30)), 30), 1).Curve;
        var rises = curve.Zip(curve.Skip(1), (a, b) => (b.Y - a.Y) / (b.X - a.X)).ToArray();
        Assert.All(rises, r => Assert.True(r >= -1e-9));
        Assert.All(rises.Zip(rises.Skip(1)), r => Assert.True(r.Second <= r.First + 1e-9));
    }

    [Fact]
    public void A_curve_of_its_own_kind_is_found_exactly()
    {
        // Slope 3 up to the middle, 1 above: the two levels around the bend are knots.
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        var data = Observations.Of(["satisfaction", "value"], [[.. x, .. x], [.. x.Concat(x).Select(v => Math.Min(3 * v, v + 12))]]);
        var optimum = SatisfactionOptimum.Fit(data, "satisfaction", "value", new() { CostPerPoint = 2, Resamples = 100 });
        Assert.Equal(1, optimum.R2, 1e-12);
        Assert.Equal(6, optimum.Optimum!.Value, 1e-9);
    }

    [Fact]
    public void The_interval_holds_the_point_where_the_slope_meets_the_cost()
    {
        var (held, sum, count) = (0, 0.0, 400);
        Parallel.For(0, count, w =>
        {
            var found = Fit(Rows(400, w, x => 20 * x - x * x, 15, levels: true), 8);
            lock (this) (held, sum) = (held + (found.Lower <= 6 && 6 <= found.Upper ? 1 : 0), sum + found.Optimum!.Value);
        });
        Assert.InRange(held / (double)count, 0.93, 0.985);
        Assert.InRange(sum / count, 5.8, 6.2);
    }

    [Fact]
    public void Where_the_data_hold_no_optimum_it_is_said_why()
    {
        Assert.Equal(OptimumReason.StillPaysAtTheTop, Fit(Rows(400, 1, x => x, 15), 0.3).Reason);
        Assert.Equal(OptimumReason.NeverPays, Fit(Rows(400, 1, x => x, 15), 3).Reason);
        Assert.Equal(OptimumReason.NoRelation, Fit(Rows(400, 1, x => -x, 15), 0.3).Reason);
        Assert.Null(Fit(Rows(400, 1, x => x, 15), 0.3).Optimum);
    }

    [Fact]
    public void What_it_cannot_take_is_refused()
    {
        Assert.Contains("satisfaction", Assert.Throws<DataRefused>(() => Fit(Observations.Of(["satisfaction", "value"], [[.. Enumerable.Range(0, 30).Select(i => i % 3.0)], [.. Enumerable.Range(0, 30).Select(i => (double)i)]]), 1)).Message);
        Assert.Throws<DataRefused>(() => Fit(Rows(400, 1, x => x, 15), -1));
    }
}

public sealed class SatisfactionOptimumContract : EstimatorContract
{
    private protected override Observations Data
    {
        get
        {
            var chance = Draws.Seeded(4).Of(0);
            double[] x = [.. Enumerable.Range(0, 60).Select(_ => 1.0 + chance.Below(10))];
            return Observations.Of(["satisfaction", "value"], [x, [.. x.Select(v => 20 * v - v * v + 6 * chance.Normal())]]);
        }
    }

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var o = SatisfactionOptimum.Fit(data, "satisfaction", "value", new() { CostPerPoint = 8, Resamples = 100, Draws = Draws.Seeded(seed), Threads = threads });
        return [o.Optimum, o.Lower, o.Upper, o.R2, .. o.Curve.SelectMany(p => (double?[])[p.Y, p.Lower, p.Upper])];
    }
}
