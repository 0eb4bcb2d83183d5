namespace Regard.Benchmarks;

/// <summary>Figures of the same thing, measured several times.</summary>
static class Sample
{
    public static double Median(this IEnumerable<double> figures) => figures.Quantile(0.5);

    /// <param name="figures">At least one.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(this IEnumerable<double> figures, double share)
    {
        var sorted = figures.Order().ToArray();
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}
