namespace Regard.Statistics;

/// <summary>Segments of customers by like numbers.</summary>
/// <remarks>
/// Lloyd (1982), IEEE Transactions on Information Theory 28, 129-137, started by k-means++ (Arthur and Vassilvitskii 2007, SODA, 1027-1035), several
/// times; columns standardised to mean 0 and standard deviation 1. Segments from the largest to the smallest.
/// </remarks>
public sealed record KMeans
{
    /// <summary>Columns used.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>From the largest to the smallest.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>Segment of each row, from 0.</summary>
    public required IReadOnlyList<int> Assignment { get; init; }

    /// <summary>Sum of squared distances to the centres on standardised columns.</summary>
    public required double Within { get; init; }

    /// <summary>Share of the spread that the segments explain, 0 to 1.</summary>
    public required double Explained { get; init; }

    /// <summary>Whether the best start settled.</summary>
    public required bool Converged { get; init; }

    internal KMeansSpace Space { get; }

    KMeans(KMeansSpace space) => Space = space;

    /// <summary>Parts the rows.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="columns">At least one.</param>
    /// <param name="k">Segments, 1 or more.</param>
    /// <param name="options">Null for the usual ones.</param>
    /// <exception cref="DataRefused">Values missing, columns constant, or fewer different customers than segments.</exception>
    public static KMeans Fit(Observations data, IReadOnlyList<string> columns, int k, KMeansOptions? options = null) => Of(KMeansSpace.Of(data, columns), columns, k, options ?? new());

    internal static KMeans Of(KMeansSpace space, IReadOnlyList<string> columns, int k, KMeansOptions options)
    {
        if (k < 1) throw new DataRefused(DataFault.BadSpecification, $"{k} segments are none: at least 1.");
        if (options.Starts < 1) throw new DataRefused(DataFault.BadSpecification, "At least one start.");
        if (space.Distinct < k) throw new DataRefused(DataFault.TooFewRows, $"{space.Distinct} different customers cannot make {k} segments.", columns);
        var runs = new KMeansRun[options.Starts];
        Parallel.For(0, options.Starts, new ParallelOptions { MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount }, start => runs[start] = KMeansRun.Of(space, k, options.Draws.Of(start)));
        var best = runs.MinBy(r => r.Within)!;
        var sizes = new int[k];
        foreach (var s in best.Assignment) sizes[s]++;
        int[] order = [.. Enumerable.Range(0, k).OrderByDescending(s => sizes[s]).ThenBy(s => best.Centres[s][0])];
        int[] place = [.. Enumerable.Range(0, k).Select(s => Array.IndexOf(order, s))];
        var total = space.Points.Sum(p => p.Sum(x => x * x));
        return new(space)
        {
            Columns = columns, Within = best.Within, Explained = total > 0 ? Math.Clamp(1 - best.Within / total, 0, 1) : 0, Converged = best.Converged,
            Assignment = [.. space.Original(best.Assignment).Select(s => place[s])],
            Segments = [.. order.Select(s => new Segment([.. best.Centres[s].Select((x, j) => space.Means[j] + x * space.Scales[j])], sizes[s], Wilson.Share(sizes[s], space.Points.Length),
                Enumerable.Range(0, space.Points.Length).Where(i => best.Assignment[i] == s).Sum(i => KMeansRun.Distance(space.Points[i], best.Centres[s]))))],
        };
    }
}
