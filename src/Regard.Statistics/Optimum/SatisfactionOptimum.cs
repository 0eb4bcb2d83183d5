namespace Regard.Statistics;

/// <summary>How far satisfaction should be raised: the point from which one more point no longer brings what it costs.</summary>
/// <remarks>
/// Least squares over rising concave curves (each further point brings less, none harms), bands by bootstrap of rows, as wide on either side as the percentile interval on its wider one. The optimum's interval is every point
/// that <see cref="OptimumTest"/> does not reject.
/// </remarks>
public sealed record SatisfactionOptimum
{
    const int FewestLevels = 4, FewestRows = 20, MostPieces = 8, DrawnPoints = 51;
    const double SureEnough = 0.1;

    /// <summary>Satisfaction, in the unit of its column; null when not identifiable.</summary>
    public double? Optimum { get; private init; }

    /// <summary>Lower bound; null when not identifiable.</summary>
    public double? Lower { get; private init; }

    /// <summary>Upper bound; null when not identifiable.</summary>
    public double? Upper { get; private init; }

    /// <summary>Why not identifiable; None otherwise.</summary>
    public OptimumReason Reason { get; private init; }

    /// <summary>The curve at every level measured, at 51 points where there are more.</summary>
    public required IReadOnlyList<CurvePoint> Curve { get; init; }

    /// <summary>Share of the value's variance that the curve explains, 0 to 1.</summary>
    public double R2 { get; private init; }

    /// <summary>Rows behind it.</summary>
    public int N { get; private init; }

    /// <summary>Fits the curve and finds the point.</summary>
    /// <param name="data">A row a customer, or a unit.</param>
    /// <param name="satisfaction">Its column.</param>
    /// <param name="value">Column of loyalty, revenue or profit.</param>
    /// <param name="options">Cost and resamples; null for the usual ones.</param>
    /// <exception cref="DataRefused">A value is missing, a column constant, under 20 rows or 4 levels of satisfaction, or the cost is no number from 0 on.</exception>
    public static SatisfactionOptimum Fit(Observations data, string satisfaction, string value, OptimumOptions? options = null)
    {
        options ??= new();
        if (!(double.IsFinite(options.CostPerPoint) && options.CostPerPoint >= 0)) throw new DataRefused(DataFault.BadSpecification, $"A point cannot cost {options.CostPerPoint}: 0 or more.");
        if (options.Resamples < 40) throw new DataRefused(DataFault.BadSpecification, $"{options.Resamples} resamples are too few: at least 40 are needed.");
        var used = data.Select(satisfaction, value).Require(FewestRows);
        var (x, y) = (used[0].ToArray(), used[1].ToArray());
        Array.Sort(y, x);
        Array.Sort([.. x], y);
        Array.Sort(x);
        var levels = x.Distinct().ToArray();
        if (levels.Length < FewestLevels) throw new DataRefused(DataFault.TooFewRows, $"The column {satisfaction} has {levels.Length} different values: a curve needs {FewestLevels}.", satisfaction);
        var knots = Knots(x, levels);
        var curve = new ConcaveCurve(levels, knots);
        var place = x.Select(v => Array.BinarySearch(levels, v)).ToArray();
        double[] at = levels.Length <= DrawnPoints ? levels : [.. Enumerable.Range(0, DrawnPoints).Select(i => levels[0] + (levels[^1] - levels[0]) * i / (DrawnPoints - 1))];

        bool Estimate(ConcaveCurve.Work work, ReadOnlySpan<int> rows, Span<double> into)
        {
            Array.Clear(work.Weights);
            Array.Clear(work.Sums);
            foreach (var row in rows)
            {
                work.Weights[place[row]]++;
                work.Sums[place[row]] += y[row];
            }
            if (!curve.Fit(work)) return false;
            into[0] = curve.Optimum(work, options.CostPerPoint);
            for (var i = 0; i < at.Length; i++) into[i + 1] = curve.Value(work, at[i]);
            return true;
        }
        var (whole, fitted) = (new ConcaveCurve.Work(curve), new double[at.Length + 1]);
        if (!Estimate(whole, [.. Enumerable.Range(0, x.Length)], fitted)) throw new DataRefused(DataFault.BadSpecification, $"No curve of {value} on {satisfaction} could be settled on.", value);
        var boot = Bootstrap.Run(x.Length, fitted.Length, options.Resamples, options.Draws, () => new ConcaveCurve.Work(curve), Estimate, options.Threads);
        var points = at.Select((v, i) =>
        {
            var (lower, upper) = boot.Percentile(i + 1, options.Confidence) ?? (fitted[i + 1], fitted[i + 1]);
            // As far as resamples go on either side: what the shape shifts, resampling shifts once more the same way.
            var reach = Math.Max(upper - fitted[i + 1], fitted[i + 1] - lower);
            return new CurvePoint(v, fitted[i + 1], fitted[i + 1] - reach, fitted[i + 1] + reach);
        }).ToArray();
        var mean = y.Average();
        var result = new SatisfactionOptimum
        {
            Curve = points, N = x.Length, Reason = ReasonOf(fitted[0], levels, curve.Value(whole, levels[^1]) - curve.Value(whole, levels[0]), boot.Values(0), y),
            R2 = Math.Clamp(1 - y.Select((v, i) => Math.Pow(v - curve.Value(whole, x[i]), 2)).Sum() / y.Sum(v => Math.Pow(v - mean, 2)), 0, 1),
        };
        if (result.Reason != OptimumReason.None) return result;
        var (low, high) = new OptimumTest(x, y, knots, options.CostPerPoint, options.Draws.For(1)).Interval(options.Confidence);
        return result with { Optimum = fitted[0], Lower = Math.Min(low, fitted[0]), Upper = Math.Max(high, fitted[0]) };
    }

    static OptimumReason ReasonOf(double optimum, double[] levels, double rise, ReadOnlySpan<double> resampled, double[] y)
    {
        if (rise <= 1e-9 * (y.Max() - y.Min())) return OptimumReason.NoRelation;
        if (optimum <= levels[0]) return OptimumReason.NeverPays;
        if (optimum >= levels[^1]) return OptimumReason.StillPaysAtTheTop;
        var (bottom, top) = (0, 0);
        foreach (var at in resampled)
        {
            if (at <= levels[0]) bottom++;
            if (at >= levels[^1]) top++;
        }
        var most = SureEnough * resampled.Length;
        return bottom > most && top > most ? OptimumReason.Uncertain : bottom > most ? OptimumReason.NeverPays : top > most ? OptimumReason.StillPaysAtTheTop : OptimumReason.None;
    }

    // As many rows between knots, as far as levels allow; no piece without a level inside.
    internal static double[] Knots(double[] sorted, double[] levels)
    {
        var pieces = Math.Min(MostPieces, levels.Length - 2);
        List<double> knots = [levels[0]];
        for (var k = 1; k < pieces; k++)
        {
            var at = Array.BinarySearch(levels, sorted[(int)((long)k * (sorted.Length - 1) / pieces)]);
            if (at > Array.BinarySearch(levels, knots[^1]) && at < levels.Length - 1) knots.Add(levels[at]);
        }
        return [.. knots, levels[^1]];
    }
}
