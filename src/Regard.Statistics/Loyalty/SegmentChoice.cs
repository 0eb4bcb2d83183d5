namespace Regard.Statistics;

/// <summary>How many segments customers fall into.</summary>
/// <param name="Suggested">The number of the highest silhouette.</param>
/// <param name="Weak">True when even that silhouette is under 0.25: there are hardly any segments to speak of (Kaufman and Rousseeuw 1990).</param>
/// <param name="Tried">From 2 on.</param>
/// <remarks>
/// Silhouette by distances to the customers of each segment: Rousseeuw (1987), J. Comput. Appl. Math. 20, 53-65, with squared distances, whose mean to a
/// segment follows from its centre and spread; so it takes rows times segments and needs no sample.
/// </remarks>
public sealed record SegmentChoice(int Suggested, bool Weak, IReadOnlyList<SegmentCount> Tried)
{
    const double HardlyAny = 0.25;

    /// <summary>Tries 2 to <paramref name="most"/> segments.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="columns">At least one.</param>
    /// <param name="most">2 or more; cut to the number of different customers less one.</param>
    /// <param name="options">Null for the usual ones.</param>
    /// <exception cref="DataRefused">Values missing, columns constant, or fewer than three different customers.</exception>
    public static SegmentChoice Of(Observations data, IReadOnlyList<string> columns, int most = 10, KMeansOptions? options = null)
    {
        if (most < 2) throw new DataRefused(DataFault.BadSpecification, $"{most} segments leave nothing to choose: at least 2.");
        var space = KMeansSpace.Of(data, columns);
        if (space.Distinct < 3) throw new DataRefused(DataFault.TooFewRows, $"{space.Distinct} different customers are too few to choose a number of segments.", columns);
        SegmentCount[] tried = [.. Enumerable.Range(2, Math.Min(most, space.Distinct - 1) - 1).Select(k =>
        {
            var fit = KMeans.Of(space, columns, k, options ?? new());
            return new SegmentCount(k, Silhouette(fit), fit.Explained);
        })];
        var best = tried.MaxBy(t => t.Silhouette)!;
        return new(best.K, best.Silhouette < HardlyAny, tried);
    }

    // The mean squared distance of a point to a segment is its squared distance to the centre plus the segment's mean spread.
    static double Silhouette(KMeans fit)
    {
        var space = fit.Space;
        double[][] centres = [.. fit.Segments.Select(s => s.Centre.Select((x, j) => (x - space.Means[j]) / space.Scales[j]).ToArray())];
        var own = new int[space.Points.Length];
        var original = space.Original([.. Enumerable.Range(0, own.Length)]);
        for (var row = 0; row < own.Length; row++) own[original[row]] = fit.Assignment[row];
        var sum = 0.0;
        for (var i = 0; i < own.Length; i++)
        {
            var mine = fit.Segments[own[i]];
            if (mine.Size == 1) continue;
            var (inside, outside) = (0.0, double.PositiveInfinity);
            for (var s = 0; s < centres.Length; s++)
            {
                var (size, distance) = (fit.Segments[s].Size, KMeansRun.Distance(space.Points[i], centres[s]));
                if (s == own[i]) inside = (size * distance + mine.Within) / (size - 1);
                else outside = Math.Min(outside, distance + fit.Segments[s].Within / size);
            }
            sum += (outside - inside) / Math.Max(inside, outside);
        }
        return sum / own.Length;
    }
}
