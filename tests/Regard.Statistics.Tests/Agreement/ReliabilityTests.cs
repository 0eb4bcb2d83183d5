using Regard.Statistics.Tests.Contract;
using Regard.Statistics.Tests.Drivers;
using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Agreement;

public sealed class ReliabilityTests
{
    /// <summary>Items of one factor with these loadings on variance 1, stretched by item.</summary>
    internal static Observations Sample(int rows, int seed, params double[] loadings)
    {
        var chance = Draws.Seeded(seed).Of(0);
        var columns = loadings.Select(_ => new double[rows]).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var factor = chance.Normal();
            for (var j = 0; j < loadings.Length; j++) columns[j][i] = (j + 1) * (loadings[j] * factor + Math.Sqrt(1 - loadings[j] * loadings[j]) * chance.Normal());
        }
        return Observations.Of(Columns.Names(loadings.Length), columns);
    }

    [Theory]
    [InlineData("Image"), InlineData("Quality"), InlineData("Satisfaction")]
    public void Alpha_equals_psych(string construct)
    {
        var expected = Reference.Results("alpha_mobi.json")[construct]!;
        string[] items = [.. expected["items"]!.AsArray().Select(i => i!.GetValue<string>())];
        var actual = ScaleReliability.Fit(Columns.Of(Reference.Data("mobi.csv"), items), items, new() { Resamples = 40 });
        Reference.Close(expected["raw_alpha"].Number(), actual.Alpha.Alpha.Value);
        Reference.Close(expected["std_alpha"].Number(), actual.Alpha.Standardised);
        Reference.Close(expected["feldt_95"]![0].Number(), actual.Alpha.Alpha.Lower);
        foreach (var item in actual.Alpha.Items)
        {
            Reference.Close(expected["alpha_if_deleted"]![items[item.Slot]].Number(), item.AlphaWithout);
            Reference.Close(expected["corrected_item_total_r"]![items[item.Slot]].Number(), item.RestCorrelation);
        }
    }

    [Fact]
    public void The_factor_of_three_items_has_its_closed_form()
    {
        var fit = OneFactor.Fit([1, 0.48, 0.40, 0.48, 1, 0.30, 0.40, 0.30, 1], 3);
        foreach (var (expected, actual) in new[] { 0.8, 0.6, 0.5 }.Zip(fit.Loadings)) Assert.Equal(expected, actual, 1e-12);
        Assert.True(fit is { Converged: true, Heywood: false });
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void The_factor_solves_the_likelihood_equations(int seed)
    {
        var data = Sample(150, seed, 0.8, 0.7, 0.6, 0.5, 0.4, 0.7);
        var r = Covariances.Of(data).Correlations([.. Enumerable.Range(0, 6)]);
        var fit = OneFactor.Fit(r, 6);
        // Variances are reproduced, and the residual correlations are orthogonal to the weighted loadings: Lawley and Maxwell (1971), 4.9 and 4.14.
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(1, fit.Loadings[i] * fit.Loadings[i] + fit.Uniquenesses[i], 1e-10);
            var left = Enumerable.Range(0, 6).Where(j => j != i).Sum(j => (r[i * 6 + j] - fit.Loadings[i] * fit.Loadings[j]) * fit.Loadings[j] / fit.Uniquenesses[j]);
            Assert.Equal(0, left, 1e-10);
        }
    }

    [Fact]
    public void Omega_is_the_share_of_the_common_factor_in_the_sum()
    {
        double[] loadings = [0.8, 0.6, 0.7, 0.5];
        double common = Math.Pow(loadings.Select((l, j) => (j + 1) * l).Sum(), 2), own = loadings.Select((l, j) => (j + 1) * (j + 1) * (1 - l * l)).Sum();
        var omega = ScaleReliability.Fit(Sample(20_000, 4, loadings), Columns.Names(4), new() { Resamples = 40 }).Omega;
        Assert.Equal(common / (common + own), omega.Value!.Value, 0.01);
    }

    [Fact]
    public void Omega_of_equally_good_items_is_their_alpha()
    {
        // Correlations of 0.4 throughout: alpha = 4 x 0.4 / (1 + 3 x 0.4).
        var fit = OneFactor.Fit([.. Enumerable.Range(0, 16).Select(i => i % 5 == 0 ? 1 : 0.4)], 4);
        var sum = fit.Loadings.Sum();
        Assert.Equal(1.6 / 2.2, sum * sum / (sum * sum + fit.Uniquenesses.Sum()), 1e-12);
    }

    [Fact]
    public void Two_items_have_an_alpha_and_no_omega()
    {
        var two = ScaleReliability.Fit(Sample(50, 5, 0.8, 0.7), ["X1", "X2"]);
        Assert.False(two.Alpha.Alpha.Withheld);
        Assert.Equal(Withholding.NotIdentified, two.Omega.Reason);
    }

    [Fact]
    public void An_item_that_is_the_factor_is_told()
    {
        var data = Sample(300, 6, 0.999, 0.6, 0.7, 0.5);
        Assert.True(OneFactor.Fit([1, 0.9, 0.9, 0.9, 1, 0.7, 0.9, 0.7, 1], 3).Heywood);
        Assert.InRange(ScaleReliability.Fit(data, Columns.Names(4), new() { Resamples = 40 }).Omega.Value!.Value, 0.5, 1);
    }

    [Fact]
    public void Items_that_follow_from_others_are_refused_by_name()
    {
        var data = Sample(40, 7, 0.8, 0.7, 0.6);
        var sum = Observations.Of([.. data.Names, "S"], [.. data.Names.Select(n => data[n].ToArray()), [.. Enumerable.Range(0, 40).Select(i => data["X1"][i] + data["X2"][i])]]);
        Assert.Equal("S follows exactly from X1, X2: leave one of them out.", Assert.Throws<DataRefused>(() => ScaleReliability.Fit(sum, [.. data.Names, "S"])).Message);
    }

    [Fact]
    public void Intervals_of_omega_and_alpha_hold_the_truth()
    {
        double[] loadings = [0.8, 0.7, 0.6, 0.5];
        double common = Math.Pow(loadings.Select((l, j) => (j + 1) * l).Sum(), 2), own = loadings.Select((l, j) => (j + 1) * (j + 1) * (1 - l * l)).Sum();
        var truth = common / (common + own);
        const int worlds = 1000;
        const double equal = 3 * 0.49 / (1 + 2 * 0.49);
        var (omega, alpha) = (0, 0);
        Parallel.For(0, worlds, s =>
        {
            var fit = ScaleReliability.Fit(Sample(150, 300 + s, loadings), Columns.Names(4), new() { Resamples = 149, Draws = Draws.Seeded(s), Threads = 1 });
            if (fit.Omega.Lower <= truth && truth <= fit.Omega.Upper) Interlocked.Increment(ref omega);
            // Alpha of items that load alike, for which its interval is made.
            var items = Sample(150, 9000 + s, 0.7, 0.7, 0.7);
            var alike = CronbachAlpha.Of(Covariances.Of(Observations.Of(items.Names, [.. items.Names.Select((n, j) => items[n].ToArray().Select(x => x / (j + 1)).ToArray())])), items.Names);
            if (alike.Alpha.Lower <= equal && equal <= alike.Alpha.Upper) Interlocked.Increment(ref alpha);
        });
        Seen.InRange(omega / (double)worlds, 0.93, 0.97);
        Seen.InRange(alpha / (double)worlds, 0.93, 0.97);
    }
}

public sealed class ReliabilityContract : EstimatorContract
{
    private protected override Observations Data { get; } = ReliabilityTests.Sample(60, 8, 0.8, 0.7, 0.6, 0.5);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var fit = ScaleReliability.Fit(data, Columns.Names(4), new() { Draws = Draws.Seeded(seed), Threads = threads, Resamples = 60 });
        return [fit.Alpha.Alpha.Value, fit.Alpha.Standardised, fit.Omega.Value, fit.Omega.Lower, fit.Omega.Upper, .. fit.Loadings.Select(l => (double?)l)];
    }

    private protected override IReadOnlyList<double?> Fixed(Observations data)
    {
        var fit = ScaleReliability.Fit(data, Columns.Names(4), new() { Resamples = 40 });
        return [fit.Alpha.Alpha.Lower, fit.Omega.Value, .. fit.Loadings.Select(l => (double?)l)];
    }
}
