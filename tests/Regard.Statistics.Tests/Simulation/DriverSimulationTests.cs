using Regard.Statistics.Tests.Drivers;

namespace Regard.Statistics.Tests.Simulation;

/// <summary>Samples of customers with known covariances: coverage of intervals, size of tests.</summary>
public sealed class DriverSimulationTests
{
    static readonly string[] Names = ["X1", "X2", "X3"];

    // As Columns.Random makes them: drivers of variance 1 correlated by 0.36, slopes 1, 1/2, 1/3, noise of sd 1.5.
    static readonly Covariances Truth = True();
    static readonly Lazy<DriverAnalysis[]> Samples = new(() => Drawn(2000, s => DriverAnalysis.Fit(Columns.Random(150, 3, 1000 + s, 1.5), "Y", Names, new() { Draws = Draws.Seeded(s), Resamples = 299, Threads = 1 })));

    static T[] Drawn<T>(int samples, Func<int, T> one)
    {
        var drawn = new T[samples];
        Parallel.For(0, samples, s => drawn[s] = one(s));
        return drawn;
    }

    static Covariances True()
    {
        double[] slopes = [1, 0.5, 1 / 3.0];
        var matrix = new double[4, 4];
        for (var a = 0; a < 3; a++)
            for (var b = 0; b < 3; b++)
            {
                matrix[a + 1, b + 1] = a == b ? 1 : 0.36;
                matrix[0, a + 1] = matrix[a + 1, 0] = matrix[0, a + 1] + slopes[b] * matrix[a + 1, b + 1];
            }
        matrix[0, 0] = 1.5 * 1.5 + slopes.Select((b, j) => b * matrix[0, j + 1]).Sum();
        return Covariances.Of(["Y", .. Names], matrix, 1000);
    }

    // 2,000 samples tell a coverage to half a point (one error).
    static void Covers(Func<DriverAnalysis, Estimate> read, double truth) =>
        Seen.InRange(Samples.Value.Average(f => read(f) is var e && e.Lower <= truth && truth <= e.Upper ? 1.0 : 0), 0.93, 0.97);

    [Fact]
    public void Intervals_of_slopes_and_correlations_hold_the_truth()
    {
        for (var j = 0; j < 3; j++)
        {
            var at = j;
            Covers(f => f.Drivers[at].Coefficient.Slope, 1.0 / (j + 1));
            Covers(f => f.Drivers[at].Correlation.R, Truth.Correlation(0, j + 1));
        }
    }

    [Fact]
    public void Intervals_of_shares_hold_the_truth()
    {
        var (lmg, weights) = (Lmg.Of(Truth, "Y", Names), RelativeWeights.Of(Truth, "Y", Names));
        for (var j = 0; j < 3; j++)
        {
            var at = j;
            Covers(f => f.Drivers[at].Lmg, lmg.Values[j]);
            Covers(f => f.Drivers[at].LmgShare, lmg.Values[j] / lmg.R2);
            Covers(f => f.Drivers[at].RelativeWeight, weights.Values[j]);
        }
    }

    [Fact]
    public void Ranks_hold_the_true_place() =>
        Assert.All(Enumerable.Range(0, 3), j => Assert.True(Samples.Value.Average(f => f.Drivers[j].RankLower <= j + 1 && j + 1 <= f.Drivers[j].RankUpper ? 1.0 : 0) >= 0.95));

    [Fact]
    public void Intervals_from_covariances_hold_the_truth()
    {
        var lmg = Lmg.Of(Truth, "Y", Names);
        var held = Drawn(2000, s => DriverAnalysis.Fit(Covariances.Of(Columns.Random(120, 3, 5000 + s, 1.5)), "Y", Names, new() { Draws = Draws.Seeded(s), Resamples = 299, Threads = 1 }).Drivers[0].Lmg);
        Seen.InRange(held.Average(e => e.Lower <= lmg.Values[0] && lmg.Values[0] <= e.Upper ? 1.0 : 0), 0.93, 0.97);
    }

    [Fact]
    public void Tests_of_nothing_find_something_in_one_of_twenty()
    {
        const int worlds = 6000;
        int slope = 0, all = 0, uneven = 0, normal = 0, sandwich = 0, weighted = 0, asymmetry = 0, reward = 0;
        Parallel.For(0, worlds, s =>
        {
            var data = Columns.Random(120, 2, 9000 + s);
            var idle = Observations.Of(["Y", "X1", "X2", "w"], [data["Y"].ToArray(), data["X1"].ToArray(), Columns.Random(120, 1, 90000 + s)["X1"].ToArray(), [.. Enumerable.Range(0, 120).Select(i => 1.0 + i % 3)]]);
            var fit = LinearRegression.Fit(idle, "Y", ["X1", "X2"]);
            void Count(ref int found, double? p)
            {
                if (p < 0.05) Interlocked.Increment(ref found);
            }
            Count(ref slope, fit["X2"].Test.PValue);
            Count(ref all, LinearRegression.Fit(Observations.Of(["Y", "X2"], [Columns.Random(120, 1, 200_000 + s)["X1"].ToArray(), idle["X2"].ToArray()]), "Y", ["X2"]).PValue);
            Count(ref uneven, fit.Residuals!.EqualVariancePValue);
            Count(ref normal, fit.Residuals!.NormalityPValue);
            Count(ref sandwich, LinearRegression.Fit(idle, "Y", ["X1", "X2"], new(Linearised: true))["X2"].Test.PValue);
            Count(ref weighted, LinearRegression.Fit(idle, "Y", ["X1", "X2"], new("w"))["X2"].Test.PValue);
            var contrast = PenaltyReward.Fit(idle, "Y", ["X1", "X2"], new(-0.7, 0.7)).Attributes;
            Count(ref asymmetry, contrast[0].AsymmetryTest.PValue);
            Count(ref reward, contrast[1].RewardTest.PValue);
        });
        foreach (var found in new[] { slope, all, uneven, normal, sandwich, weighted, asymmetry, reward }) Seen.InRange(found / (double)worlds, 0.04, 0.06);
    }
}
