namespace Regard.Statistics;

/// <summary>Agreement of several raters over the same cases beyond chance; the raters need not be the same people.</summary>
/// <param name="Kappa">At most 1; 0 is chance. Error linearised over cases, Student's interval, cut at -1 and 1.</param>
/// <param name="Observed">Mean share of agreeing pairs of raters, 0 to 1.</param>
/// <param name="Expected">The same by chance, 0 to 1.</param>
/// <param name="Z">Kappa over its error when there is no agreement beyond chance.</param>
/// <param name="PValue">Of that, two-sided, 0 to 1.</param>
/// <remarks>Fleiss (1971), Psychological Bulletin 76, 378-382; error without agreement: Fleiss, Nee and Landis (1979), Psychological Bulletin 86, 974-977.</remarks>
public sealed record FleissKappa(Estimate Kappa, double Observed, double Expected, double Z, double PValue)
{
    /// <summary>Computes kappa.</summary>
    /// <param name="data">A row for each case, complete in the columns used; a number is a class.</param>
    /// <param name="raters">Two or more columns.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">A column is missing a value or constant, or there are fewer than two raters.</exception>
    public static FleissKappa Fit(Observations data, IReadOnlyList<string> raters, double confidence = 0.95)
    {
        if (raters.Count < 2) throw new DataRefused(DataFault.BadSpecification, "Agreement needs two raters or more.", raters);
        data = data.Select(raters).Require(2);
        var columns = raters.Select(r => data[r].ToArray()).ToArray();
        double[] classes = [.. columns.SelectMany(c => c).Distinct().Order()];
        var (n, m) = (data.Rows, raters.Count);
        var counts = new double[n][];
        for (var i = 0; i < n; i++)
        {
            counts[i] = new double[classes.Length];
            foreach (var column in columns) counts[i][Array.BinarySearch(classes, column[i])]++;
        }
        double[] shares = [.. Enumerable.Range(0, classes.Length).Select(j => counts.Sum(c => c[j]) / (n * m))], agreeing = [.. counts.Select(c => c.Sum(x => x * (x - 1)) / (m * (m - 1.0)))];
        var (observed, expected) = (agreeing.Average(), shares.Sum(p => p * p));
        var kappa = (observed - expected) / (1 - expected);
        // What each case adds to kappa: through the agreement seen and through that by chance.
        var squares = Enumerable.Range(0, n).Sum(i => Math.Pow(
            (agreeing[i] - observed - (1 - observed) / (1 - expected) * 2 * shares.Select((p, j) => p * (counts[i][j] / m - p)).Sum()) / (1 - expected), 2));
        var (unlike, skew) = (shares.Sum(p => p * (1 - p)), shares.Sum(p => p * (1 - p) * (1 - 2 * p)));
        var z = kappa / Math.Sqrt(2 * (unlike * unlike - skew) / (n * m * (m - 1.0))) * unlike;
        var se = Math.Sqrt(squares / (n * (n - 1.0)));
        var half = Quantile.Student(0.5 + confidence / 2, n - 1) * se;
        return new(
            Estimate.Between(kappa, se, Math.Min(kappa, Math.Max(-1, kappa - half)), Math.Max(kappa, Math.Min(1, kappa + half)), n, null, confidence),
            observed, expected, z, Quantile.StudentTwoSided(z, null));
    }
}
