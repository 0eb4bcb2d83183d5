using Regard.Statistics.Tests.Drivers;
using Regard.Statistics.Tests.Loyalty;

namespace Regard.Statistics.Tests.Simulation;

/// <summary>Made-up customers with known risks: coverage of intervals 93 to 97 %, size of tests 4 to 6 %.</summary>
public sealed class RiskTests
{
    static double Share(int worlds, Func<int, bool> found)
    {
        var hits = 0;
        Parallel.For(0, worlds, s => { if (found(s)) Interlocked.Increment(ref hits); });
        return hits / (double)worlds;
    }

    // Scores of 1 standard deviation apart: area Phi(1 / sqrt 2).
    static (double[] First, double[] Second, bool[] Did) Scores(int seed, double second)
    {
        var stream = Draws.Seeded(seed).Of(0);
        double[] a = new double[120], b = new double[120];
        var did = new bool[120];
        for (var i = 0; i < 120; i++)
        {
            did[i] = i % 3 == 0;
            var common = stream.Normal();
            a[i] = (did[i] ? 1 : 0) + 0.6 * common + 0.8 * stream.Normal();
            b[i] = (did[i] ? second : 0) + 0.6 * common + 0.8 * stream.Normal();
        }
        return (a, b, did);
    }

    [Fact]
    public void The_interval_of_the_area_holds_the_truth()
    {
        var truth = MathNet.Numerics.Distributions.Normal.CDF(0, 1, 1 / Math.Sqrt(2));
        Worlds.Run(3000, 0, (s, _, seen) =>
        {
            var (scores, _, did) = Scores(s, 1);
            seen.Interval("area", RocCurve.Of(scores, did).Auc, truth);
        }).Keep();
    }

    [Fact]
    public void Equal_models_are_told_apart_in_one_of_twenty()
    {
        Seen.InRange(Share(4000, s => Scores(s, 1) is var (a, b, did) && AucComparison.Of(a, b, did).Test.PValue < 0.05), 0.04, 0.06);
        Assert.True(Share(500, s => Scores(s, 0) is var (a, b, did) && AucComparison.Of(a, b, did).Test.PValue < 0.05) > 0.9);
    }

    [Fact]
    public void Coefficients_and_shares_hold_the_truth()
    {
        var truth = 1 / (1 + Math.Exp(0.5 - 0.8));
        Worlds.Run(4500, 0, (s, _, seen) =>
        {
            var fit = LogisticRegression.Fit(LogisticTests.Random(300, s, 0.8, 0), "y", Columns.Names(2));
            seen.Interval("slope", fit["X1"].Estimate!, 0.8);
            seen.Test("slope", fit["X2"].PValue);
            seen.Interval("risk", fit.Share([1, 0])!, truth);
        }).Keep(("interval of slope", 0.935, 0.965));
    }

    [Fact]
    public void Calibration_of_the_truth_is_found_right_and_of_an_exaggeration_wrong()
    {
        (double[] Risk, bool[] Did) World(int seed, double exaggerated)
        {
            var stream = Draws.Seeded(seed).Of(0);
            var (risk, did) = (new double[500], new bool[500]);
            for (var i = 0; i < 500; i++)
            {
                var eta = -1 + stream.Normal();
                did[i] = stream.Uniform() < 1 / (1 + Math.Exp(-eta));
                risk[i] = 1 / (1 + Math.Exp(-exaggerated * eta));
            }
            return (risk, did);
        }
        Worlds.Run(2000, 0, (s, _, seen) =>
        {
            var (risk, did) = World(s, 1);
            var found = Calibration.Of(risk, did);
            seen.Interval("slope", found.Slope, 1);
            seen.Interval("intercept", found.Intercept, 0);
        }).Keep();
        Assert.True(Share(300, s => World(s, 2) is var (risk, did) && Calibration.Of(risk, did).Slope.Upper < 1) > 0.9);
    }
}
