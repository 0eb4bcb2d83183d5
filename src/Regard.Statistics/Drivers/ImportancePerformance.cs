namespace Regard.Statistics;

/// <summary>Importance-performance analysis: what matters and does badly comes first. With intervals, since both coordinates are estimates.</summary>
/// <param name="Attributes">In the order given.</param>
/// <param name="ImportanceCross">From where importance is high.</param>
/// <param name="PerformanceCross">From where performance is high, in the unit of the ratings.</param>
/// <remarks>Martilla and James (1977), Journal of Marketing 41(1), 77-79. On a cross-hair counts as high.</remarks>
public sealed record ImportancePerformance(IReadOnlyList<ImportancePerformance.Attribute> Attributes, double ImportanceCross, double PerformanceCross)
{
    /// <summary>One attribute.</summary>
    /// <param name="Name">The column.</param>
    /// <param name="Importance">In the unit of the chosen kind; Fisher's interval for a correlation, else the percentile one.</param>
    /// <param name="Performance">Mean rating, Student's interval.</param>
    /// <param name="Quadrant">By the two estimates.</param>
    /// <param name="Certainty">Share of resamples (in which the cross-hairs are drawn anew) that put it in the same quadrant, 0 to 1.</param>
    public sealed record Attribute(string Name, Estimate Importance, Estimate Performance, Quadrant Quadrant, double Certainty);

    /// <summary>Quadrants of one resample.</summary>
    /// <param name="importance">One an attribute.</param>
    /// <param name="performance">One an attribute.</param>
    /// <param name="options">Where the cross-hairs stand.</param>
    /// <param name="into">Takes a <see cref="Quadrant"/> an attribute.</param>
    internal static void Place(ReadOnlySpan<double> importance, ReadOnlySpan<double> performance, DriverOptions options, Span<double> into)
    {
        var (high, well) = (Cross(importance, options.ImportanceTarget), Cross(performance, options.PerformanceTarget));
        for (var j = 0; j < into.Length; j++) into[j] = (int)Place(importance[j] >= high, performance[j] >= well);
    }

    internal static ImportancePerformance? Of(IReadOnlyList<Driver> drivers, WeightedRows rows, BootstrapDistribution distribution, int first, DriverOptions options)
    {
        var p = drivers.Count;
        Estimate[] importance = [.. drivers.Select(d => options.Importance switch { ImportanceKind.Lmg => d.Lmg, ImportanceKind.RelativeWeight => d.RelativeWeight, _ => d.Correlation.R })];
        if (p < 2 || importance.Any(i => i.Withheld)) return null;
        var means = DesignMeans.Of([.. drivers.Select(d => rows.Columns[d.Name].ToArray().Select(x => (double?)x).ToArray())], rows.Weights);
        Estimate[] performance = [.. Enumerable.Range(0, p).Select(j => means.Mean(j, options.Confidence))];
        double high = Cross([.. importance.Select(i => i.Value!.Value)], options.ImportanceTarget), well = Cross([.. performance.Select(e => e.Value!.Value)], options.PerformanceTarget);
        Attribute Read(int j)
        {
            var quadrant = Place(importance[j].Value >= high, performance[j].Value >= well);
            return new(drivers[j].Name, importance[j], performance[j], quadrant, Share(distribution.Values(first + j), (int)quadrant));
        }
        return new([.. Enumerable.Range(0, p).Select(Read)], high, well);
    }

    /// <summary>The quadrant of an attribute.</summary>
    /// <param name="important">At or over the cross-hair of importance.</param>
    /// <param name="well">At or over the cross-hair of performance.</param>
    public static Quadrant Place(bool important, bool well) => (important, well) switch
    {
        (true, true) => Quadrant.KeepUp,
        (true, false) => Quadrant.Concentrate,
        (false, false) => Quadrant.LowPriority,
        (false, true) => Quadrant.Overkill,
    };

    static double Cross(ReadOnlySpan<double> values, double? target)
    {
        if (target is { } given) return given;
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    static double Share(ReadOnlySpan<double> places, int quadrant)
    {
        var count = 0;
        foreach (var place in places)
            if (place == quadrant) count++;
        return (double)count / places.Length;
    }
}
