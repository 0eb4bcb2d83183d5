namespace Regard.Statistics;

/// <summary>Importance-performance map for one construct: what a point elsewhere is worth to it, and how many points there are.</summary>
/// <remarks>
/// Ringle and Sarstedt (2016), Industrial Management &amp; Data Systems 116(9), 1865-1886. Importance: total effect in points of the target
/// per point of the source, standardised total effect x sd(target's score) / sd(source's score). An item's: its weight in its construct's score times that construct's importance.
/// </remarks>
public sealed class ImportanceMap
{
    ImportanceMap(string target, IReadOnlyList<Place> constructs, IReadOnlyList<Place> items) => (Target, Constructs, Items) = (target, constructs, items);

    /// <summary>The construct that is to rise.</summary>
    public string Target { get; }

    /// <summary>Everything that acts on it, in the order of the model.</summary>
    public IReadOnlyList<Place> Constructs { get; }

    /// <summary>Their items, and the target's own.</summary>
    public IReadOnlyList<Place> Items { get; }

    /// <summary>A place on the map.</summary>
    /// <param name="Name">Of the construct or item.</param>
    /// <param name="Importance">Points of the target per point; items in units of their answers where scales are unknown.</param>
    /// <param name="Performance">Mean score, 0 to 100; null when a scale or mean is unknown.</param>
    public sealed record Place(string Name, double Importance, double? Performance);

    /// <summary>Draws the map.</summary>
    /// <param name="fit">A fit.</param>
    /// <param name="target">A construct on which something acts.</param>
    /// <exception cref="DataRefused">There is no such construct, or nothing acts on it.</exception>
    public static ImportanceMap Of(PathFit fit, string target)
    {
        var (plan, to) = (fit.Plan, fit.Place(target));
        if (plan.Sources[to].Length == 0) throw new DataRefused(DataFault.BadSpecification, $"Nothing acts on {target}.", target);
        double Importance(int k) => k == to ? 1 : fit.Solved.Total[k * plan.Constructs + to] * fit.ItemScores.Sizes[to] / fit.ItemScores.Sizes[k];
        int[] sources = [.. plan.Effects.Where(e => e.To == to).Select(e => e.From).Order()];
        return new(
            target,
            [.. sources.Select(k => new Place(fit.Constructs[k].Name, Importance(k), fit.Constructs[k].Score?.Value))],
            [.. sources.Append(to).Order().SelectMany(k => Enumerable.Range(plan.First[k], plan.Size(k)).Select(i => new Place(fit.Items[i].Name, fit.ItemScores.Weights[i] * Importance(k), fit.Items[i].Score)))]);
    }
}
