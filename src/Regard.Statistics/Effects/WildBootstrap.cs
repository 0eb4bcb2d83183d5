using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics;

/// <summary>
/// Test of one coefficient by flipping the residuals of whole clusters under the hypothesis that it is 0: by signs (Rademacher), under
/// twelve clusters by Webb's six points, since few signs give few different samples.
/// </summary>
/// <remarks>Cameron, Gelbach and Miller (2008), Review of Economics and Statistics 90, 414-427; Webb (2023), Canadian Journal of Economics 56, 839-858.</remarks>
static class WildBootstrap
{
    const int FewClusters = 12;

    /// <summary>Two-sided p value of coefficient 0; null when it has no error to be held against.</summary>
    public static double? PValue(ClusteredRegression fit, int resamples, Draws draws)
    {
        var clusters = fit.Clusters;
        var others = fit.Coefficients.Count - 1;
        // Treatment and outcome with the other regressors taken out: under the hypothesis the outcome's rest is the residual.
        var (treatment, rest) = (new Vector<double>[clusters.Count], new Vector<double>[clusters.Count]);
        var right = clusters.Select(c => c.X.TransposeThisAndMultiply(c.Y)).Aggregate((a, b) => a + b);
        var cross = clusters.Select(c => c.X.TransposeThisAndMultiply(c.X)).Aggregate((a, b) => a + b);
        var inverse = others == 0 ? null : cross.SubMatrix(1, others, 1, others).PseudoInverse();
        for (var g = 0; g < clusters.Count; g++)
        {
            var (x, y) = (clusters[g].X, clusters[g].Y);
            treatment[g] = x.Column(0);
            rest[g] = y;
            if (inverse is null) continue;
            var z = x.SubMatrix(0, x.RowCount, 1, others);
            treatment[g] -= z * (inverse * cross.SubMatrix(1, others, 0, 1).Column(0));
            rest[g] = y - z * (inverse * right.SubVector(1, others));
        }
        var size = treatment.Sum(d => d * d);
        if (!(size > 0)) return null;
        var scores = treatment.Zip(rest, (d, e) => d * e).ToArray();
        var moments = clusters.Zip(rest, (c, e) => c.X.TransposeThisAndMultiply(e)).ToArray();
        var reach = clusters.Zip(treatment, (c, d) => c.X.TransposeThisAndMultiply(d)).ToArray();

        // t of the sample in which cluster g's residuals are multiplied by v[g]; the same factor for all samples is left out.
        double Statistic(double[] v)
        {
            var (effect, sum) = (0.0, Vector<double>.Build.Dense(others + 1));
            for (var g = 0; g < v.Length; g++)
            {
                effect += v[g] * scores[g];
                sum += v[g] * moments[g];
            }
            var coefficients = fit.Bread * sum;
            var variance = 0.0;
            for (var g = 0; g < v.Length; g++) variance += Math.Pow(v[g] * scores[g] - reach[g] * coefficients, 2);
            return variance > 0 ? Math.Abs(effect) / Math.Sqrt(variance) : 0;
        }
        var observed = Statistic([.. Enumerable.Repeat(1.0, clusters.Count)]);
        if (observed == 0) return null;
        var (beyond, points) = (0, new double[clusters.Count]);
        for (var b = 0; b < resamples; b++)
        {
            var stream = draws.Of(b);
            for (var g = 0; g < points.Length; g++) points[g] = clusters.Count < FewClusters ? Webb(stream.Below(6)) : stream.Below(2) * 2 - 1;
            if (Statistic(points) >= observed * (1 - 1e-10)) beyond++;
        }
        return (beyond + 1.0) / (resamples + 1);
    }

    static double Webb(int at) => (at < 3 ? -1 : 1) * Math.Sqrt((at % 3 + 1) / 2.0);
}
