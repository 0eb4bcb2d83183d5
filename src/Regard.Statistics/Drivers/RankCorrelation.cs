namespace Regard.Statistics;

/// <summary>Correlation of ranks, for answers of which only the order counts.</summary>
/// <param name="Rho">Spearman's rho, -1 to 1.</param>
/// <param name="RhoTest">Student's t, n - 2 degrees of freedom.</param>
/// <param name="TauB">Kendall's tau-b, -1 to 1: concordant less discordant pairs, with ties.</param>
/// <param name="TauZ">Normal test of no order in common, variance with ties.</param>
/// <param name="TauPValue">Of that, two-sided, 0 to 1.</param>
/// <remarks>
/// Spearman (1904), American Journal of Psychology 15, 72-101; Kendall (1945), Biometrika 33, 239-251; Kendall (1970), Rank
/// Correlation Methods, 4th ed., ch. 3-5. Intervals on Fisher's z: Bonett and Wright (2000), Psychometrika 65, 23-28.
/// </remarks>
public sealed record RankCorrelation(Estimate Rho, StudentTest RhoTest, Estimate TauB, double TauZ, double TauPValue)
{
    /// <summary>Correlates the ranks of two columns, ties sharing their mean rank.</summary>
    /// <param name="data">Complete in both columns, 5 rows or more.</param>
    /// <param name="first">A column.</param>
    /// <param name="second">Another.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">A column is missing a value or constant, or there are fewer than five rows.</exception>
    public static RankCorrelation Fit(Observations data, string first, string second, double confidence = 0.95)
    {
        data = data.Select(first, second).Require(5);
        double[] x = data[first].ToArray(), y = data[second].ToArray();
        var n = x.Length;
        var ranks = Observations.Of([first, second], [Ranks(x), Ranks(y)]);
        var rho = Correlation.Of(Covariances.Of(ranks), first, second, confidence);
        var (score, tiesX, tiesY) = (Score(x, y), Ties(x), Ties(y));
        var pairs = n * (n - 1.0) / 2;
        var tau = Math.Clamp(score / Math.Sqrt((pairs - tiesX.Pairs) * (pairs - tiesY.Pairs)), -1, 1);
        double wide = n;
        var variance = (wide * (wide - 1) * (2 * wide + 5) - tiesX.Spread - tiesY.Spread) / 18 + 2 * tiesX.Pairs * tiesY.Pairs / (wide * (wide - 1)) + tiesX.Triples * tiesY.Triples / (9 * wide * (wide - 1) * (wide - 2));
        var z = score / Math.Sqrt(variance);
        return new(
            OnZ(rho.R.Value!.Value, (1 + rho.R.Value.Value * rho.R.Value.Value / 2) / (n - 3), n, confidence), new(rho.T, rho.PValue),
            OnZ(tau, 0.437 / (n - 4), n, confidence), z, Quantile.StudentTwoSided(z, null));
    }

    static Estimate OnZ(double r, double variance, long n, double confidence)
    {
        if (Math.Abs(r) >= 1 - 1e-15) return Estimate.Between(r, 0, r, r, n, null, confidence);
        var half = Quantile.Normal(0.5 + confidence / 2) * Math.Sqrt(variance);
        return Estimate.Between(r, (1 - r * r) * Math.Sqrt(variance), Math.Tanh(Math.Atanh(r) - half), Math.Tanh(Math.Atanh(r) + half), n, null, confidence);
    }

    static double[] Ranks(double[] values)
    {
        var ranks = new double[values.Length];
        var at = 0;
        foreach (var tied in Enumerable.Range(0, values.Length).GroupBy(i => values[i]).OrderBy(g => g.Key))
        {
            int[] rows = [.. tied];
            foreach (var row in rows) ranks[row] = at + (rows.Length + 1) / 2.0;
            at += rows.Length;
        }
        return ranks;
    }

    static (double Pairs, double Triples, double Spread) Ties(double[] values)
    {
        double pairs = 0, triples = 0, spread = 0;
        foreach (double t in values.GroupBy(v => v).Select(g => g.Count()))
            (pairs, triples, spread) = (pairs + t * (t - 1) / 2, triples + t * (t - 1) * (t - 2), spread + t * (t - 1) * (2 * t + 5));
        return (pairs, triples, spread);
    }

    // Concordant less discordant pairs, by Knight (1966), JASA 61, 436-439: in the order of x (then y), discordant pairs are the swaps of a merge sort by y.
    static double Score(double[] x, double[] y)
    {
        var n = x.Length;
        int[] order = [.. Enumerable.Range(0, n).OrderBy(i => x[i]).ThenBy(i => y[i])];
        double[] sequence = [.. order.Select(i => y[i])];
        var both = order.GroupBy(i => (x[i], y[i])).Sum(g => g.Count() * (g.Count() - 1.0) / 2);
        var discordant = Swaps(sequence, new double[n], 0, n);
        return n * (n - 1.0) / 2 - Ties(x).Pairs - Ties(y).Pairs + both - 2 * discordant;
    }

    static double Swaps(double[] values, double[] scratch, int from, int to)
    {
        if (to - from < 2) return 0;
        var middle = (from + to) / 2;
        var swaps = Swaps(values, scratch, from, middle) + Swaps(values, scratch, middle, to);
        for (int left = from, right = middle, at = from; at < to; at++)
        {
            var takeLeft = right == to || (left < middle && values[left] <= values[right]);
            if (!takeLeft) swaps += middle - left;
            scratch[at] = takeLeft ? values[left++] : values[right++];
        }
        Array.Copy(scratch, from, values, from, to - from);
        return swaps;
    }
}
