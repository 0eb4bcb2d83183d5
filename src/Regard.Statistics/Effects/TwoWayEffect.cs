using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics;

/// <summary>Least squares of unit-period means on treatment with an intercept for each unit and each period, a mean counting as its rows do.</summary>
sealed class TwoWayEffect
{
    readonly ClusteredRegression fit;
    readonly int effects;

    TwoWayEffect(ClusteredRegression fit, int effects, long n) => (this.fit, this.effects, N) = (fit, effects, n);

    public long N { get; }

    public int Clusters => fit.Clusters.Count;

    public ClusteredRegression Regression => fit;

    public bool Estimable => Enumerable.Range(0, effects).All(k => fit.Estimable[k]);

    /// <summary>The effect with Student's interval at Satterthwaite's degrees of freedom (at least 1).</summary>
    public Estimate Effect(double confidence) => Estimate.Of(fit.Coefficients[0], fit.StandardError(0), Freedom, N, null, confidence);

    public double Freedom => Math.Max(1, fit.Freedom(0) ?? 1);

    /// <summary>Null when the outcome does not vary around the fit.</summary>
    public double? PValue => fit.StandardError(0) is var se and > 0 ? Quantile.StudentTwoSided(fit.Coefficients[0] / se, Freedom) : null;

    public (double F, double Numerator, double Denominator, double P)? AllZero => fit.Wald([.. Enumerable.Range(0, effects)]);

    public static TwoWayEffect Fit(Panel panel) => Fit(panel, 1, (u, t, _) => t >= panel.Starts[u] ? 1 : 0);

    /// <summary>Differences of the treated in each period before the last, against that last one.</summary>
    public static TwoWayEffect Leads(Panel before) =>
        Fit(before, before.Periods.Length - 1, (u, t, k) => before.Starts[u] != Panel.Never && t == k ? 1 : 0);

    /// <summary>Difference of the treated's slope over the periods.</summary>
    public static TwoWayEffect Slope(Panel before) => Fit(before, 1, (u, t, _) => before.Starts[u] != Panel.Never ? t : 0);

    static TwoWayEffect Fit(Panel panel, int effects, Func<int, int, int, double> regressor)
    {
        var (periods, n) = (panel.Periods.Length, 0.0);
        List<ClusterRows> clusters = [];
        for (var u = 0; u < panel.Units; u++)
        {
            int[] seen = [.. Enumerable.Range(0, periods).Where(t => panel.Measured(u, t))];
            if (seen.Length == 0) continue;
            double[] roots = [.. seen.Select(t => Math.Sqrt(panel.Rows(u, t)))];
            // Columns: treatment, then periods but the first; the unit's own mean taken out of each, rows counted.
            Vector<double> Column(Func<int, double> value)
            {
                var mean = seen.Sum(t => panel.Rows(u, t) * value(t)) / seen.Sum(t => panel.Rows(u, t));
                return Vector<double>.Build.Dense(seen.Length, i => roots[i] * (value(seen[i]) - mean));
            }
            var x = Enumerable.Range(0, effects).Select(k => Column(t => regressor(u, t, k))).Concat(Enumerable.Range(1, periods - 1).Select(p => Column(t => t == p ? 1 : 0)));
            clusters.Add(new(Matrix<double>.Build.DenseOfColumnVectors(x), Column(t => panel.Mean(u, t))));
            n += seen.Sum(t => panel.Rows(u, t));
        }
        return new(ClusteredRegression.Fit(clusters), effects, (long)n);
    }
}
