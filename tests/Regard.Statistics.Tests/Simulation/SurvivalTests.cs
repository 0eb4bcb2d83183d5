namespace Regard.Statistics.Tests.Simulation;

/// <summary>Made-up customers with known hazards: coverage of intervals 93 to 97 %, size of tests 4 to 6 %, recovery of the truth.</summary>
public sealed class SurvivalTests
{
    static readonly SurvivalColumns Columns = new("time", "left");

    // Exponential times under hazard exp(slope x), half of the x 1; censored between 0.5 and 2.5.
    static Observations Made(int n, int seed, double slope, bool coarse = false)
    {
        var stream = Draws.Seeded(seed).Of(1);
        double[] x = new double[n], z = new double[n], time = new double[n], left = new double[n];
        for (var i = 0; i < n; i++)
        {
            (x[i], z[i]) = (i % 2, stream.Normal());
            var (gone, end) = (-Math.Log(1 - stream.Uniform()) / Math.Exp(slope * x[i]), 0.5 + 2 * stream.Uniform());
            (time[i], left[i]) = (Math.Min(gone, end), gone < end ? 1 : 0);
            if (coarse) time[i] = Math.Ceiling(10 * time[i]);
        }
        return Observations.Of(["x", "z", "time", "left"], [x, z, time, left]);
    }

    static double Share(int worlds, Func<int, bool> found)
    {
        var hits = 0;
        Parallel.For(0, worlds, s => { if (found(s)) Interlocked.Increment(ref hits); });
        return hits / (double)worlds;
    }

    [Fact]
    public void Curves_and_restricted_means_hold_the_truth()
    {
        Worlds.Run(2000, 0, (s, _, seen) =>
        {
            var data = Made(100, s, 0);
            foreach (var interval in Enum.GetValues<SurvivalInterval>()) seen.Interval($"survival, {interval}", KaplanMeier.Fit(data, Columns, new(interval)).At(1), Math.Exp(-1));
            var curve = KaplanMeier.Fit(data, Columns);
            seen.Interval("restricted mean", curve.RestrictedMean(1), 1 - Math.Exp(-1));
            seen.Interval("median", curve.Median.Lower ?? 0, curve.Median.Upper ?? double.PositiveInfinity, Math.Log(2));
        }).Keep();
    }

    [Fact]
    public void The_log_rank_test_finds_nothing_where_there_is_nothing()
    {
        Seen.InRange(Share(4000, s => LogRank.Test(Made(80, s, 0, coarse: true), Columns, [.. Enumerable.Range(0, 80).Select(i => $"{i % 2}")]).PValue < 0.05), 0.04, 0.06);
        Seen.InRange(Share(4000, s => LogRank.Test(Made(120, s, 0), Columns, [.. Enumerable.Range(0, 120).Select(i => $"{i % 3}")]).PValue < 0.05), 0.04, 0.06);
    }

    [Fact]
    public void Hazard_ratios_and_survival_hold_the_truth_and_hazards_in_proportion_are_found_so()
    {
        Worlds.Run(4500, 0, (s, _, seen) =>
        {
            var fit = CoxRegression.Fit(Made(150, s, 0.7), Columns, ["x", "z"]);
            seen.Interval("hazard ratio", fit["x"].LogHazard, 0.7);
            seen.Interval("survival of a customer", fit.Baseline.Survival(0.5, [1, 0]), Math.Exp(-0.5 * Math.Exp(0.7)));
            seen.Test("proportional hazards", fit.Proportional().Covariates[0].PValue);
            seen.Test("covariate", fit["z"].PValue);
        }).Keep(("interval of hazard ratio", 0.935, 0.965));
        Worlds.Run(1200, 0, (s, _, seen) => seen.Interval("hazard ratio, robust", CoxRegression.Fit(Made(200, s, 0.7), Columns, ["x", "z"], new(Robust: true))["x"].LogHazard, 0.7)).Keep();
    }

    [Fact]
    public void Hazards_that_cross_are_found()
    {
        // Twice the hazard before 0.5 and half of it after.
        Observations Crossing(int seed)
        {
            var (data, stream) = (Made(600, seed, 0), Draws.Seeded(seed).Of(2));
            double[] time = new double[600], left = new double[600];
            for (var i = 0; i < 600; i++)
            {
                var (hazard, end) = (-Math.Log(1 - stream.Uniform()), 0.5 + 2 * stream.Uniform());
                var (early, late) = i % 2 == 1 ? (2.0, 0.5) : (1.0, 1.0);
                var gone = hazard < 0.5 * early ? hazard / early : 0.5 + (hazard - 0.5 * early) / late;
                (time[i], left[i]) = (Math.Min(gone, end), gone < end ? 1 : 0);
            }
            return Observations.Of(["x", "time", "left"], [data["x"].ToArray(), time, left]);
        }
        Assert.True(Share(200, s => CoxRegression.Fit(Crossing(s), Columns, ["x"]).Proportional().Covariates[0] is { PValue: < 0.05, Drift: < 0 }) > 0.9);
    }

    [Fact]
    public void Weibull_times_hold_the_truth() => Worlds.Run(1500, 9, (_, chance, seen) =>
    {
        // log time = 1 - 0.5 x + 0.7 x extreme value error, censored between 1 and 6.
        double[] x = new double[200], time = new double[200], left = new double[200];
        for (var i = 0; i < 200; i++)
        {
            x[i] = chance.Normal();
            var (gone, end) = (Math.Exp(1 - 0.5 * x[i] + 0.7 * Math.Log(-Math.Log(1 - chance.Uniform()))), 1 + 5 * chance.Uniform());
            (time[i], left[i]) = (Math.Min(gone, end), gone < end ? 1 : 0);
        }
        var fit = WeibullRegression.Fit(Observations.Of(["x", "time", "left"], [x, time, left]), Columns, ["x"]);
        seen.Interval("constant", fit.Intercept, 1);
        seen.Interval("covariate", fit.Coefficients[0].LogTime, -0.5);
        seen.Interval("scale", fit.Scale, 0.7);
    }).Keep();
}
