using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Agreement;

public sealed class RaterAgreementTests
{
    static Observations Crossed(params int[][] counts)
    {
        var pairs = counts.SelectMany((row, a) => row.SelectMany((count, b) => Enumerable.Repeat((a + 1.0, b + 1.0), count))).ToList();
        return Observations.Of(["a", "b"], [[.. pairs.Select(p => p.Item1)], [.. pairs.Select(p => p.Item2)]]);
    }

    [Fact]
    public void Cohens_kappa_equals_the_published_example()
    {
        // Fleiss (1981), Statistical Methods for Rates and Proportions, table 13.1: 0.68, errors 0.087 (worked with rounded parts) and 0.076.
        var kappa = CohenKappa.Fit(Crossed([75, 1, 4], [5, 4, 1], [0, 0, 10]), "a", "b");
        Assert.Equal(0.23 / 0.34, kappa.Kappa.Value!.Value, 1e-12);
        Assert.Equal((0.89, 0.66), (Math.Round(kappa.Observed, 12), Math.Round(kappa.Expected, 12)));
        Assert.Equal(0.087, kappa.Kappa.StandardError!.Value, 1e-3);
        Assert.Equal(0.076, kappa.Kappa.Value!.Value / kappa.Z, 5e-4);
    }

    [Fact]
    public void Weighted_kappa_counts_near_misses_in_part()
    {
        var data = Crossed([10, 5, 0], [2, 10, 3], [0, 0, 10]);
        var (none, linear, quadratic) = (CohenKappa.Fit(data, "a", "b"), CohenKappa.Fit(data, "a", "b", KappaWeights.Linear), CohenKappa.Fit(data, "a", "b", KappaWeights.Quadratic));
        Assert.True(none.Kappa.Value < linear.Kappa.Value && linear.Kappa.Value < quadratic.Kappa.Value);
        // Quadratic: 1 - mean squared difference over that by chance. 10 of 40 differ by one; margins 15, 15, 10 and 12, 15, 13.
        var chance = (15 * 15 + 15 * 12 + 15 * 13 + 10 * 15 + 4 * (15 * 13 + 10 * 12)) / 1600.0;
        Assert.Equal(1 - 10 / 40.0 / chance, quadratic.Kappa.Value!.Value, 1e-12);
        // Of two classes all weights are one.
        var two = Crossed([20, 5], [10, 15]);
        Assert.Equal(CohenKappa.Fit(two, "a", "b").Kappa.StandardError!.Value, CohenKappa.Fit(two, "a", "b", KappaWeights.Quadratic).Kappa.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void Fleiss_kappa_equals_the_published_example()
    {
        // Ten cases, fourteen raters, five classes: 0.210, from agreement 0.378 and 0.213.
        int[][] counts =
        [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ];
        var rows = counts.Select(c => c.SelectMany((count, at) => Enumerable.Repeat(at + 1.0, count)).ToArray()).ToArray();
        string[] raters = [.. Enumerable.Range(1, 14).Select(j => $"r{j}")];
        var kappa = FleissKappa.Fit(Observations.Of(raters, [.. Enumerable.Range(0, 14).Select(j => rows.Select(r => r[j]).ToArray())]), raters);
        Assert.Equal((0.210, 0.378, 0.213), (Math.Round(kappa.Kappa.Value!.Value, 3), Math.Round(kappa.Observed, 3), Math.Round(kappa.Expected, 3)));
        Assert.True(kappa.PValue < 1e-6);
    }

    [Fact]
    public void Errors_of_kappa_are_those_of_leaving_cases_out()
    {
        var stream = Draws.Seeded(2).Of(0);
        var columns = Enumerable.Range(0, 3).Select(_ => new double[400]).ToArray();
        for (var i = 0; i < 400; i++)
        {
            var truth = stream.Below(3);
            foreach (var column in columns) column[i] = stream.Uniform() < 0.6 ? truth : stream.Below(3);
        }
        var data = Observations.Of(["a", "b", "c"], columns);
        Func<Observations, Estimate>[] kappas = [d => FleissKappa.Fit(d, ["a", "b", "c"]).Kappa, d => CohenKappa.Fit(d, "a", "b").Kappa, d => CohenKappa.Fit(d, "a", "b", KappaWeights.Quadratic).Kappa];
        foreach (var kappa in kappas)
        {
            var left = Enumerable.Range(0, 400).Select(i => kappa(data.Take([.. Enumerable.Range(0, 400).Where(r => r != i)])).Value!.Value).ToArray();
            var jackknife = Math.Sqrt(399 / 400.0 * left.Sum(v => Math.Pow(v - left.Average(), 2)));
            Assert.Equal(1, kappa(data).StandardError!.Value / jackknife, 0.01);
        }
    }

    [Fact]
    public void Intraclass_correlations_equal_Shrout_and_Fleiss()
    {
        // Shrout and Fleiss (1979), table 2 and 4; intervals and p as psych::ICC prints them.
        var icc = IntraclassCorrelation.Fit(Observations.Of(["1", "2", "3", "4"], [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]]), ["1", "2", "3", "4"]);
        (IntraclassCorrelation.Form Form, double Value, double F, double Lower, double Upper)[] published =
        [
            (icc.One, 0.17, 1.79, -0.133, 0.723), (icc.Two, 0.29, 11.03, 0.019, 0.761), (icc.Three, 0.71, 11.03, 0.342, 0.946),
            (icc.OneMean, 0.44, 1.79, -0.884, 0.912), (icc.TwoMean, 0.62, 11.03, 0.071, 0.927), (icc.ThreeMean, 0.91, 11.03, 0.676, 0.986),
        ];
        foreach (var (form, value, f, lower, upper) in published)
        {
            Assert.Equal(value, form.Value.Value!.Value, 0.005);
            Assert.Equal(f, form.F!.Value, 0.005);
            Assert.Equal(lower, form.Value.Lower!.Value, 6e-4);
            Assert.Equal(upper, form.Value.Upper!.Value, 6e-4);
        }
        Assert.Equal((5, 18), (icc.One.NumeratorFreedom, icc.One.DenominatorFreedom));
        Assert.Equal(0.165, icc.One.PValue, 5e-4);
        Assert.Equal(0.000135, icc.Two.PValue, 5e-7);
    }

    [Fact]
    public void The_mean_of_fixed_raters_is_as_reliable_as_alpha_says()
    {
        var data = ReliabilityTests.Sample(50, 3, 0.7, 0.6, 0.5);
        Assert.Equal(CronbachAlpha.Of(Covariances.Of(data), data.Names).Alpha.Value!.Value, IntraclassCorrelation.Fit(data, data.Names).ThreeMean.Value.Value!.Value, 1e-12);
        Assert.Equal(CronbachAlpha.Of(Covariances.Of(data), data.Names).Alpha.Lower!.Value, IntraclassCorrelation.Fit(data, data.Names).ThreeMean.Value.Lower!.Value, 1e-9);
    }

    [Fact]
    public void Raters_who_never_differ_agree_wholly()
    {
        var same = Observations.Of(["a", "b"], [[1, 2, 3, 4], [1, 2, 3, 4]]);
        var icc = IntraclassCorrelation.Fit(same, ["a", "b"]);
        Assert.All([icc.One, icc.Two, icc.Three, icc.OneMean, icc.TwoMean, icc.ThreeMean], f => Assert.Equal(1, f.Value.Value));
        Assert.Equal((1.0, 0.0), (CohenKappa.Fit(same, "a", "b").Kappa.Value!.Value, CohenKappa.Fit(same, "a", "b").Kappa.StandardError!.Value));
    }
}

public sealed class RaterAgreementContract : EstimatorContract
{
    private protected override Observations Data { get; } = Made();

    static Observations Made()
    {
        var stream = Draws.Seeded(1).Of(0);
        var columns = Enumerable.Range(0, 3).Select(_ => new double[30]).ToArray();
        for (var i = 0; i < 30; i++)
            foreach (var column in columns) column[i] = 1 + (i + stream.Below(3)) % 5;
        return Observations.Of(["a", "b", "c"], columns);
    }

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var (fleiss, icc, cohen) = (FleissKappa.Fit(data, data.Names), IntraclassCorrelation.Fit(data, data.Names), CohenKappa.Fit(data, "a", "b", KappaWeights.Linear));
        return [fleiss.Kappa.Value, fleiss.Kappa.Lower, fleiss.PValue, cohen.Kappa.Value, cohen.Kappa.Upper, cohen.PValue, icc.One.Value.Value, icc.Two.Value.Lower, icc.Three.Value.Upper, icc.TwoMean.PValue];
    }
}
