namespace Regard.Statistics;

/// <summary>Exponentially weighted moving average: small lasting shifts show sooner than on single values.</summary>
/// <param name="Centre">Target, or mean of the values.</param>
/// <param name="Sigma">Of single values.</param>
/// <param name="Points">Smoothed values with the limits of their own time.</param>
/// <remarks>Roberts (1959), Technometrics 1, 239-250; limits Lucas and Saccucci (1990), Technometrics 32, 1-12.</remarks>
public sealed record EwmaChart(double Centre, double Sigma, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Charts the values.</summary>
    /// <param name="values">In order of time.</param>
    /// <param name="target">Null for the mean of the values.</param>
    /// <param name="sigma">Standard deviation of a single value, over 0; null for the mean moving range over 1.128.</param>
    /// <param name="weight">Of the newest value, over 0 to 1.</param>
    /// <param name="width">Limits in sigmas; 2.86 with weight 0.2 gives a false alarm in about 370 points.</param>
    /// <exception cref="DataRefused">Too few points, one that is no number, values without spread, or a number out of its range.</exception>
    public static EwmaChart Of(IReadOnlyList<double> values, double? target = null, double? sigma = null, double weight = 0.2, double width = 2.86)
    {
        if (!(weight is > 0 and <= 1)) throw new DataRefused(DataFault.BadSpecification, $"The weight of the newest value is over 0 and at most 1, not {weight}.");
        if (!(width > 0)) throw new DataRefused(DataFault.BadSpecification, $"Limits are over 0 sigmas wide, not {width}.");
        var (x, centre, spread) = Spread(values, target, sigma);
        var smooth = centre;
        return new(centre, spread, [.. x.Select((v, i) =>
        {
            smooth += weight * (v - smooth);
            var half = width * spread * Math.Sqrt(weight / (2 - weight) * (1 - Math.Pow(1 - weight, 2 * (i + 1))));
            return new ChartPoint(smooth, centre - half, centre + half, Math.Abs(smooth - centre) > half ? [ChartRule.BeyondLimits] : []);
        })]);
    }

    internal static (double[] Values, double Centre, double Sigma) Spread(IReadOnlyList<double> values, double? target, double? sigma)
    {
        var x = ChartSeries.Checked(values, target is null || sigma is null ? XmrChart.Fewest : 1);
        if (sigma is { } given && !(given > 0 && double.IsFinite(given))) throw new DataRefused(DataFault.BadSpecification, $"The standard deviation is over 0, not {given}.");
        var spread = sigma ?? ChartSeries.MeanRange(x, x.Length) / ChartSeries.MeanRangePerSigma;
        return spread > 0 ? (x, target ?? x.Average(), spread) : throw new DataRefused(DataFault.Constant, "All points are equal: nothing says how much they vary.");
    }
}
