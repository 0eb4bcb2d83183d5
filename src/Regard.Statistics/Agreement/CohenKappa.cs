namespace Regard.Statistics;

/// <summary>Agreement of two raters over the same cases beyond chance.</summary>
/// <param name="Kappa">At most 1; 0 is chance; normal interval, cut at -1 and 1.</param>
/// <param name="Observed">Agreement seen, 0 to 1.</param>
/// <param name="Expected">Agreement by chance, 0 to 1.</param>
/// <param name="Z">Kappa over its error when there is no agreement beyond chance.</param>
/// <param name="PValue">Of that, two-sided, 0 to 1.</param>
/// <remarks>Cohen (1960), Educational and Psychological Measurement 20, 37-46; weighted: Cohen (1968), Psychological Bulletin 70, 213-220; errors: Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323-327.</remarks>
public sealed record CohenKappa(Estimate Kappa, double Observed, double Expected, double Z, double PValue)
{
    /// <summary>Computes kappa.</summary>
    /// <param name="data">Complete in both columns; a number is a class, and with weights its place on the scale.</param>
    /// <param name="first">One rater's column.</param>
    /// <param name="second">The other's.</param>
    /// <param name="weights">How much answers that differ still agree.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">A column is missing a value or constant.</exception>
    public static CohenKappa Fit(Observations data, string first, string second, KappaWeights weights = KappaWeights.None, double confidence = 0.95)
    {
        data = data.Select(first, second).Require(2);
        double[] one = data[first].ToArray(), other = data[second].ToArray();
        double[] classes = [.. one.Concat(other).Distinct().Order()];
        var (k, n) = (classes.Length, one.Length);
        var shares = new double[k, k];
        for (var i = 0; i < n; i++) shares[Array.BinarySearch(classes, one[i]), Array.BinarySearch(classes, other[i])] += 1.0 / n;
        double[] rows = [.. Enumerable.Range(0, k).Select(a => Enumerable.Range(0, k).Sum(b => shares[a, b]))], columns = [.. Enumerable.Range(0, k).Select(b => Enumerable.Range(0, k).Sum(a => shares[a, b]))];
        double Agreement(int a, int b) => weights switch
        {
            KappaWeights.None => a == b ? 1 : 0,
            KappaWeights.Linear => 1 - Math.Abs(classes[a] - classes[b]) / (classes[^1] - classes[0]),
            _ => 1 - Math.Pow((classes[a] - classes[b]) / (classes[^1] - classes[0]), 2),
        };
        double[] ofRow = [.. Enumerable.Range(0, k).Select(a => Enumerable.Range(0, k).Sum(b => Agreement(a, b) * columns[b]))], ofColumn = [.. Enumerable.Range(0, k).Select(b => Enumerable.Range(0, k).Sum(a => Agreement(a, b) * rows[a]))];
        double observed = 0, expected = 0;
        Each((a, b) => (observed, expected) = (observed + Agreement(a, b) * shares[a, b], expected + Agreement(a, b) * rows[a] * columns[b]));
        var kappa = (observed - expected) / (1 - expected);
        double spread = 0, chance = 0;
        Each((a, b) =>
        {
            var mean = ofRow[a] + ofColumn[b];
            spread += shares[a, b] * Math.Pow(Agreement(a, b) - mean * (1 - kappa), 2);
            chance += rows[a] * columns[b] * Math.Pow(Agreement(a, b) - mean, 2);
        });
        double Error(double sum) => Math.Sqrt(Math.Max(0, sum) / n) / (1 - expected);
        var (se, z) = (Error(spread - Math.Pow(kappa - expected * (1 - kappa), 2)), kappa / Error(chance - expected * expected));
        var half = Quantile.Normal(0.5 + confidence / 2) * se;
        return new(
            Estimate.Between(kappa, se, Math.Min(kappa, Math.Max(-1, kappa - half)), Math.Max(kappa, Math.Min(1, kappa + half)), n, null, confidence),
            observed, expected, z, Quantile.StudentTwoSided(z, null));

        void Each(Action<int, int> cell)
        {
            for (var a = 0; a < k; a++)
                for (var b = 0; b < k; b++) cell(a, b);
        }
    }
}
