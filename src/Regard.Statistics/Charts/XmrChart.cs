namespace Regard.Statistics;

/// <summary>Single values over time (scores of waves) with natural process limits, and their moving ranges.</summary>
/// <param name="Centre">Mean of the baseline.</param>
/// <param name="Sigma">Mean moving range over 1.128.</param>
/// <param name="Points">Values, limits centre +- 3 sigma, signals.</param>
/// <param name="Ranges">Jumps from point to point, from the second on; their upper limit is 3.267 times their mean.</param>
/// <remarks>Shewhart (1931); Wheeler (1993), Understanding Variation; signals by <see cref="ChartRule"/>.</remarks>
public sealed record XmrChart(double Centre, double Sigma, IReadOnlyList<ChartPoint> Points, IReadOnlyList<ChartPoint> Ranges)
{
    /// <summary>Fewest points that set limits.</summary>
    public const int Fewest = 4;

    // 1 + 3 d3 / d2 for ranges of two: d3 = sqrt(2 - 4 / pi).
    static readonly double RangeLimit = 1 + 3 * Math.Sqrt(2 - 4 / Math.PI) / ChartSeries.MeanRangePerSigma;

    /// <summary>Charts the values.</summary>
    /// <param name="values">In order of time.</param>
    /// <param name="baseline">First points that set centre and limits; null for all.</param>
    /// <param name="limitsOnly">True for the rule of limits alone (a false alarm in 370 points; all rules: in about 90).</param>
    /// <exception cref="DataRefused">Too few points, one that is no number, or a baseline that does not vary.</exception>
    public static XmrChart Of(IReadOnlyList<double> values, int? baseline = null, bool limitsOnly = false)
    {
        var x = ChartSeries.Checked(values, Fewest);
        var first = ChartSeries.Baseline(baseline, x.Length, Fewest);
        var (centre, range) = (x[..first].Average(), ChartSeries.MeanRange(x, first));
        if (range == 0) throw new DataRefused(DataFault.Constant, "All points of the baseline are equal: nothing says how much they vary.");
        var sigma = range / ChartSeries.MeanRangePerSigma;
        var signals = ChartRules.Of([.. x.Select(v => (v - centre) / sigma)], limitsOnly);
        var upper = RangeLimit * range;
        return new(
            centre, sigma, [.. x.Select((v, i) => new ChartPoint(v, centre - 3 * sigma, centre + 3 * sigma, signals[i]))],
            [.. x.Skip(1).Select((v, i) => Math.Abs(v - x[i])).Select(r => new ChartPoint(r, 0, upper, r > upper ? [ChartRule.JumpTooLarge] : []))]);
    }
}
