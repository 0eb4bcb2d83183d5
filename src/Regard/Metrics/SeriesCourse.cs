using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Metrics;

/// <summary>A series at a unit in one period.</summary>
/// <param name="Lower">Of the 95 % interval; null where nothing says how far the value could be off.</param>
/// <param name="N">What it was counted from, of all units; null when any of them did not say.</param>
/// <param name="Units">Whose values it stands for: 1 for the unit's own.</param>
public sealed record SeriesValue(DateOnly Day, double Value, double? Lower, double? Upper, long? N, int Units);

/// <summary>What a series says of a unit: its own value where there is one, else the mean of the units below.</summary>
static class SeriesCourse
{
    /// <param name="points">Of the unit and those below it, in order of time.</param>
    public static IReadOnlyList<SeriesValue> Of(Series series, UnitTree tree, Id<Unit> unit, IEnumerable<SeriesPoint> points)
    {
        var above = tree.PathTo(unit).Select(u => u.Id).Reverse().Skip(1).ToList();
        var under = tree.Under(unit).Select(u => u.Id).ToHashSet();
        under.Add(unit);
        return [.. points.GroupBy(p => p.Day).OrderBy(g => g.Key).Select(g => At(series, tree, unit, under, above, g.ToDictionary(p => p.UnitId))).OfType<SeriesValue>()];
    }

    static SeriesValue? At(Series series, UnitTree tree, Id<Unit> unit, HashSet<Id<Unit>> under, List<Id<Unit>> above, Dictionary<Id<Unit>, SeriesPoint> points)
    {
        if (points.TryGetValue(unit, out var own)) return Mean(series, [own]);
        // A region that reports itself stands for its stores.
        var below = points.Values.Where(p => under.Contains(p.UnitId) && !Up(tree, p.UnitId, unit).Any(points.ContainsKey)).ToList();
        if (below.Count > 0) return Mean(series, below);
        return series.Kind == SeriesKind.Outside && above.Where(points.ContainsKey).Take(1).ToList() is [var nearest] ? Mean(series, [points[nearest]]) : null;
    }

    /// <summary>The units above one, as far as another, which is left out.</summary>
    static IEnumerable<Id<Unit>> Up(UnitTree tree, Id<Unit> from, Id<Unit> until)
    {
        for (var at = tree.ParentOf(from); at is { } here && here != until; at = tree.ParentOf(here)) yield return here;
    }

    /// <summary>Shares are weighed by what they were counted from, where all units said it.</summary>
    internal static SeriesValue Mean(Series series, IReadOnlyList<SeriesPoint> points)
    {
        long? n = points.All(p => p.N is not null) ? points.Sum(p => p.N!.Value) : null;
        if (points is [var only])
        {
            if (!series.IsShare || only.N is not { } of) return new(only.Day, only.Value, null, null, n, 1);
            var share = Wilson.Share((long)Math.Round(only.Value / 100 * of), of).Rescaled(100);
            return new(only.Day, only.Value, Math.Min(share.Lower!.Value, only.Value), Math.Max(share.Upper!.Value, only.Value), n, 1);
        }
        var weights = points.Select(p => series.IsShare && n is not null ? (double)p.N!.Value : 1).ToArray();
        var (sum, k) = (weights.Sum(), points.Count);
        var mean = points.Select((p, i) => weights[i] * p.Value).Sum() / sum;
        var error = Math.Sqrt(k / (k - 1.0) * points.Select((p, i) => Math.Pow(weights[i] * (p.Value - mean), 2)).Sum()) / sum;
        var estimate = Estimate.Of(mean, error, k - 1, k);
        var (low, high) = series.IsShare ? (0.0, 100.0) : (double.NegativeInfinity, double.PositiveInfinity);
        return new(points[0].Day, mean, Math.Max(low, estimate.Lower!.Value), Math.Min(high, estimate.Upper!.Value), n, k);
    }
}
