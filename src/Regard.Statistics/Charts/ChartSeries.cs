namespace Regard.Statistics;

static class ChartSeries
{
    // Mean absolute difference of two standard normals.
    public const double MeanRangePerSigma = 1.1283791670955126;

    public static double[] Checked(IReadOnlyList<double> values, int fewest)
    {
        for (var i = 0; i < values.Count; i++)
            if (!double.IsFinite(values[i])) throw new DataRefused(DataFault.NotANumber, $"Point {i + 1} of the chart is not a number.");
        return values.Count >= fewest ? [.. values] : throw new DataRefused(DataFault.TooFewRows, $"{values.Count} points are too few for a chart: at least {fewest} are needed.");
    }

    /// <summary>Points that set the limits.</summary>
    public static int Baseline(int? baseline, int points, int fewest) => baseline is not { } wanted ? points
        : wanted >= fewest && wanted <= points ? wanted : throw new DataRefused(DataFault.BadSpecification, $"The limits come from {fewest} to {points} points, not {wanted}.");

    public static double MeanRange(IReadOnlyList<double> values, int baseline)
    {
        var sum = 0.0;
        for (var i = 1; i < baseline; i++) sum += Math.Abs(values[i] - values[i - 1]);
        return sum / (baseline - 1);
    }
}
