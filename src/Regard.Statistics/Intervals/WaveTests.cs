namespace Regard.Statistics;

/// <summary>Tests of a change between two or more independent waves (or groups). Two means: <see cref="WelchTest"/>; two shares: <see cref="ShareDifference"/>.</summary>
public static class WaveTests
{
    /// <summary>Whether any of several means differs, without asking for equal spreads. Effect: largest less smallest mean.</summary>
    /// <param name="waves">Two or more, with errors over 0; withheld ones are left out.</param>
    /// <returns>Null when fewer than two are left.</returns>
    /// <remarks>Welch (1951), Biometrika 38, 330-336, from each mean's own standard error and degrees of freedom.</remarks>
    public static GroupTest? Means(IReadOnlyList<Estimate> waves)
    {
        var given = waves.Where(w => !w.Withheld && w.StandardError > 0).ToArray();
        if (given.Length < 2) return null;
        double[] weights = [.. given.Select(w => 1 / (w.StandardError!.Value * w.StandardError.Value))], means = [.. given.Select(w => w.Value!.Value)];
        var (total, k) = (weights.Sum(), given.Length);
        var centre = weights.Zip(means, (w, m) => w * m).Sum() / total;
        var between = weights.Zip(means, (w, m) => w * (m - centre) * (m - centre)).Sum() / (k - 1);
        var wobble = weights.Select((w, i) => given[i].DegreesOfFreedom is { } df ? Math.Pow(1 - w / total, 2) / df : 0).Sum();
        var f = between / (1 + 2.0 * (k - 2) / (k * k - 1.0) * wobble);
        var effect = means.Max() - means.Min();
        return wobble > 0
            ? new(f, k - 1, (k * k - 1) / (3 * wobble), Tail.Fisher(f, k - 1, (k * k - 1) / (3 * wobble)), effect)
            : new(f, k - 1, null, Tail.ChiSquare(f * (k - 1), k - 1), effect);
    }

    /// <summary>Whether answers of one of two waves tend to be higher. Effect: probability that one of the first answers higher than one of the second, ties half.</summary>
    /// <param name="first">Answers without weights.</param>
    /// <param name="second">Answers without weights.</param>
    /// <returns>Null when a wave is empty or all answers are equal.</returns>
    /// <remarks>Mann and Whitney (1947), Annals of Mathematical Statistics 18, 50-60; normal with correction for ties and continuity, as <c>wilcox.test(exact = FALSE)</c>.</remarks>
    public static GroupTest? Order(Histogram first, Histogram second)
    {
        double n = first.N, m = second.N, u = 0, below = 0, ties = 0;
        if (n == 0 || m == 0) return null;
        for (var step = 0; step < Math.Max(first.Length, second.Length); step++)
        {
            var (a, b) = (first.Count(step), second.Count(step));
            u += a * (below + b / 2.0);
            below += b;
            ties += Cubed(a + b);
        }
        var variance = n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1)));
        if (!(variance > 0)) return null;
        var distance = u - n * m / 2;
        return new(u, null, null, Quantile.StudentTwoSided(Math.Max(0, Math.Abs(distance) - 0.5) / Math.Sqrt(variance), null), u / (n * m));
    }

    /// <summary>Whether answers of any of several waves tend to be higher. Effect: epsilon squared, 0 to 1.</summary>
    /// <param name="waves">Two or more, without weights.</param>
    /// <returns>Null when fewer than two waves have answers or all answers are equal.</returns>
    /// <remarks>Kruskal and Wallis (1952), JASA 47, 583-621, corrected for ties.</remarks>
    public static GroupTest? Orders(IReadOnlyList<Histogram> waves)
    {
        var given = waves.Where(w => w.N > 0).ToArray();
        if (given.Length < 2) return null;
        double n = given.Sum(w => w.N), before = 0, ties = 0;
        var ranks = new double[given.Length];
        for (var step = 0; step < given.Max(w => w.Length); step++)
        {
            var count = given.Sum(w => w.Count(step));
            for (var i = 0; i < given.Length; i++) ranks[i] += given[i].Count(step) * (before + (count + 1) / 2.0);
            before += count;
            ties += Cubed(count);
        }
        var same = 1 - ties / (n * n * n - n);
        if (!(same > 0)) return null;
        var h = (12 / (n * (n + 1)) * ranks.Select((r, i) => r * r / given[i].N).Sum() - 3 * (n + 1)) / same;
        return new(h, given.Length - 1, null, Tail.ChiSquare(h, given.Length - 1), Math.Clamp(h / (n - 1), 0, 1));
    }

    /// <summary>Whether the distribution over answers (or kinds of complaint) differs between waves. Effect: Cramer's V, 0 to 1.</summary>
    /// <param name="waves">Two or more, without weights.</param>
    /// <returns>Null when fewer than two waves have answers or only one answer was given.</returns>
    /// <remarks>Pearson (1900); Cramer (1946). Doubtful where many expected counts are under 5: merge answers then.</remarks>
    public static GroupTest? Distributions(IReadOnlyList<Histogram> waves)
    {
        var given = waves.Where(w => w.N > 0).ToArray();
        if (given.Length < 2) return null;
        int[] used = [.. Enumerable.Range(0, given.Max(w => w.Length)).Where(step => given.Any(w => w.Count(step) > 0))];
        if (used.Length < 2) return null;
        double n = given.Sum(w => w.N), statistic = 0;
        foreach (var step in used)
            foreach (var wave in given)
            {
                var expected = given.Sum(w => (double)w.Count(step)) * wave.N / n;
                statistic += Math.Pow(wave.Count(step) - expected, 2) / expected;
            }
        var freedom = (used.Length - 1) * (given.Length - 1);
        return new(statistic, freedom, null, Tail.ChiSquare(statistic, freedom), Math.Sqrt(statistic / (n * Math.Min(used.Length - 1, given.Length - 1))));
    }

    static double Cubed(double count) => count * count * count - count;
}
