namespace Regard.Statistics;

/// <summary>What a design costs: the variance of a mean over that of a plain random sample of as many people.</summary>
public static class DesignEffect
{
    /// <summary>Of an estimated mean.</summary>
    /// <param name="mean">The weighted mean of the values under its design.</param>
    /// <param name="values">One a row; null is missing.</param>
    /// <param name="weights">One a row; null for 1.</param>
    /// <returns>Over 0; null when the mean is withheld or the values do not vary.</returns>
    /// <remarks>Kish (1965), Survey Sampling, 8.2, drawn with replacement (as survey's <c>deff = "replace"</c>).</remarks>
    public static double? Of(Estimate mean, IReadOnlyList<double?> values, IReadOnlyList<double>? weights = null)
    {
        if (mean.Withheld) return null;
        double total = 0, squares = 0;
        long n = 0;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } x) continue;
            var w = weights?[i] ?? 1;
            (total, squares, n) = (total + w, squares + w * Math.Pow(x - mean.Value.Value, 2), n + 1);
        }
        return squares > 0 && n > 1 ? Math.Pow(mean.StandardError.Value, 2) / (squares / total * n / (n - 1) / n) : null;
    }

    /// <summary>Of unequal weights alone: n sum w^2 / (sum w)^2, at least 1.</summary>
    /// <param name="weights">At least one over 0.</param>
    /// <remarks>Kish (1965), 11.7.</remarks>
    public static double OfWeights(IReadOnlyList<double> weights) => weights.Count * weights.Sum(w => w * w) / Math.Pow(weights.Sum(), 2);

    /// <summary>Of clusters of equal size: 1 + (m - 1) rho.</summary>
    /// <param name="size">People a cluster, at least 1.</param>
    /// <param name="correlation">Within clusters, -1 to 1.</param>
    /// <remarks>Kish (1965), 5.4.</remarks>
    public static double OfClusters(double size, double correlation) => 1 + (size - 1) * correlation;
}
