namespace Regard.Statistics.Tests.Simulation;

public sealed class AgreementSimulationTests
{
    // Each rater sees the truth (one of three) with chance q, else says any: two agree with chance q^2 + (1 - q^2) / 3, so kappa is q^2.
    static Observations Raters(ref DrawStream chance, int cases, double q)
    {
        var columns = Enumerable.Range(0, 4).Select(_ => new double[cases]).ToArray();
        for (var i = 0; i < cases; i++)
        {
            var truth = 1 + chance.Below(3);
            foreach (var column in columns) column[i] = chance.Uniform() < q ? truth : 1 + chance.Below(3);
        }
        return Observations.Of(["a", "b", "c", "d"], columns);
    }

    [Fact]
    public void Kappas() => Worlds.Run(3000, 41, (_, chance, seen) =>
    {
        var data = Raters(ref chance, 150, 0.75);
        foreach (var weights in Enum.GetValues<KappaWeights>()) seen.Interval($"Cohen {weights}", CohenKappa.Fit(data, "a", "b", weights).Kappa, 0.75 * 0.75);
        seen.Interval("Fleiss", FleissKappa.Fit(data, data.Names).Kappa, 0.75 * 0.75);
        var none = Raters(ref chance, 150, 0);
        foreach (var weights in Enum.GetValues<KappaWeights>()) seen.Test($"Cohen {weights}", CohenKappa.Fit(none, "a", "b", weights).PValue);
        seen.Test("Fleiss", FleissKappa.Fit(none, none.Names).PValue);
    }).Keep();

    [Fact]
    public void Intraclass_correlations() => Worlds.Run(1500, 42, (_, chance, seen) =>
    {
        // Variance of cases 2, of raters 1/2, of what is left 1; four raters.
        Observations Rated(double cases, double raters)
        {
            var columns = Enumerable.Range(0, 4).Select(_ => new double[30]).ToArray();
            double[] levels = [.. columns.Select(_ => Math.Sqrt(raters) * chance.Normal())];
            for (var i = 0; i < 30; i++)
            {
                var own = Math.Sqrt(cases) * chance.Normal();
                for (var j = 0; j < 4; j++) columns[j][i] = own + levels[j] + chance.Normal();
            }
            return Observations.Of(["a", "b", "c", "d"], columns);
        }
        var (same, any) = (IntraclassCorrelation.Fit(Rated(2, 0), ["a", "b", "c", "d"]), IntraclassCorrelation.Fit(Rated(2, 0.5), ["a", "b", "c", "d"]));
        seen.Interval("ICC(1,1)", same.One.Value, 2 / 3.0);
        seen.Interval("ICC(1,k)", same.OneMean.Value, 2 / 2.25);
        seen.Interval("ICC(2,1)", any.Two.Value, 2 / 3.5);
        seen.Interval("ICC(2,k)", any.TwoMean.Value, 2 / 2.375);
        seen.Interval("ICC(3,1)", any.Three.Value, 2 / 3.0);
        seen.Interval("ICC(3,k)", any.ThreeMean.Value, 2 / 2.25);
        var none = IntraclassCorrelation.Fit(Rated(0, 0), ["a", "b", "c", "d"]);
        seen.Test("F within cases", none.One.PValue);
        seen.Test("F beside raters", none.Three.PValue);
    }).Keep();

    [Fact]
    public void Correlations_of_values_and_of_ranks() => Worlds.Run(6000, 43, (_, chance, seen) =>
    {
        Observations Pair(double r)
        {
            var (x, y) = (new double[60], new double[60]);
            for (var i = 0; i < 60; i++)
            {
                x[i] = chance.Normal();
                y[i] = r * x[i] + Math.Sqrt(1 - r * r) * chance.Normal();
            }
            return Observations.Of(["x", "y"], [x, y]);
        }
        var (related, none) = (Pair(0.5), Pair(0));
        var (ranks, noRanks) = (RankCorrelation.Fit(related, "x", "y"), RankCorrelation.Fit(none, "x", "y"));
        seen.Interval("Pearson", Correlation.Fit(related, "x", "y").R, 0.5);
        // Of two normal columns: Pearson (1907), Greiner (1909).
        seen.Interval("Spearman", ranks.Rho, 6 / Math.PI * Math.Asin(0.25));
        seen.Interval("Kendall", ranks.TauB, 2 / Math.PI * Math.Asin(0.5));
        seen.Test("Pearson", Correlation.Fit(none, "x", "y").PValue);
        seen.Test("Spearman", noRanks.RhoTest.PValue);
        seen.Test("Kendall", noRanks.TauPValue);
    }).Keep();
}
