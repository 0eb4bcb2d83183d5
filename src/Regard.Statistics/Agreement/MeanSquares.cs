namespace Regard.Statistics;

/// <summary>Two-way analysis of variance of ratings, one a case and rater.</summary>
sealed record MeanSquares(int Cases, int Raters, double Between, double Within, double Judges, double Error)
{
    public static MeanSquares Of(double[][] columns)
    {
        var (k, n) = (columns.Length, columns[0].Length);
        double[] ofRater = [.. columns.Select(c => c.Average())], ofCase = [.. Enumerable.Range(0, n).Select(i => columns.Average(c => c[i]))];
        var all = ofRater.Average();
        double between = ofCase.Sum(m => k * (m - all) * (m - all)), judges = ofRater.Sum(m => n * (m - all) * (m - all)), within = 0.0, error = 0.0;
        for (var j = 0; j < k; j++)
            for (var i = 0; i < n; i++)
            {
                var (off, rest) = (columns[j][i] - ofCase[i], columns[j][i] - ofCase[i] - ofRater[j] + all);
                (within, error) = (within + off * off, error + rest * rest);
            }
        // Sums of squares that are rounding are 0.
        var least = 1e-24 * n * k * Math.Max(1, all * all);
        double Mean(double sum, double freedom) => sum <= least ? 0 : sum / freedom;
        return new(n, k, Mean(between, n - 1), Mean(within, n * (k - 1)), Mean(judges, k - 1), Mean(error, (n - 1) * (k - 1)));
    }
}
