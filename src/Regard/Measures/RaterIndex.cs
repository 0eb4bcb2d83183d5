using Regard.Statistics;
namespace Regard.Measures;

/// <summary>Sum of importance x score over sum of importance; its error counts the error of the importances too.</summary>
static class RaterIndex
{
    public static Estimate Of(SlotMeans scores, IReadOnlyList<(double[] Perceived, double[]? Importance)> dimensions)
    {
        int[] involved = [.. Enumerable.Range(0, scores.Slots).Where(i => dimensions.Any(d => d.Perceived[i] != 0 || d.Importance?[i] is not (null or 0)))];
        return scores.Smooth(involved, means => Index(means, dimensions));
    }

    static (double, IReadOnlyList<double>) Index(IReadOnlyList<double> means, IReadOnlyList<(double[] Perceived, double[]? Importance)> dimensions)
    {
        var importances = dimensions.Select(d => d.Importance is null ? 1 : Dot(d.Importance, means)).ToList();
        var stated = importances.Sum() > 0;
        if (!stated) importances = [.. dimensions.Select(_ => 1.0)];
        var total = importances.Sum();
        var levels = dimensions.Select(d => Dot(d.Perceived, means)).ToList();
        var value = importances.Zip(levels, (i, p) => i * p).Sum() / total;
        var gradient = new double[means.Count];
        for (var d = 0; d < dimensions.Count; d++)
            for (var j = 0; j < gradient.Length; j++)
            {
                gradient[j] += importances[d] / total * dimensions[d].Perceived[j];
                if (stated && dimensions[d].Importance is { } importance) gradient[j] += (levels[d] - value) / total * importance[j];
            }
        return (value, gradient);
    }

    static double Dot(double[] weights, IReadOnlyList<double> means) => weights.Select((w, i) => w == 0 ? 0 : w * means[i]).Sum();
}
