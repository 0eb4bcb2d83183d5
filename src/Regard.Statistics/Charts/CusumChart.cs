namespace Regard.Statistics;

/// <summary>Sums of deviations beyond an allowance, upwards and downwards: the quickest to see a shift of a known size.</summary>
/// <param name="Centre">Target, or mean of the values.</param>
/// <param name="Sigma">Of single values.</param>
/// <param name="Points">Both sums in sigmas.</param>
/// <remarks>Page (1954), Biometrika 41, 100-115; tabular form as in Montgomery, Introduction to Statistical Quality Control, chapter 9.</remarks>
public sealed record CusumChart(double Centre, double Sigma, IReadOnlyList<CusumChart.Point> Points)
{
    /// <summary>One point.</summary>
    /// <param name="Value">As given.</param>
    /// <param name="Up">Sum upwards, in sigmas, at least 0.</param>
    /// <param name="Down">Sum downwards, in sigmas, at least 0.</param>
    /// <param name="Signals">SumTooHigh, SumTooLow or none.</param>
    public sealed record Point(double Value, double Up, double Down, IReadOnlyList<ChartRule> Signals);

    /// <summary>Charts the values.</summary>
    /// <param name="values">In order of time.</param>
    /// <param name="target">Null for the mean of the values.</param>
    /// <param name="sigma">Standard deviation of a single value, over 0; null for the mean moving range over 1.128.</param>
    /// <param name="allowance">In sigmas, at least 0: half the shift to be found.</param>
    /// <param name="limit">In sigmas, over 0; 5 with allowance 0.5 gives a false alarm in 465 points.</param>
    /// <exception cref="DataRefused">Too few points, one that is no number, values without spread, or a number out of its range.</exception>
    public static CusumChart Of(IReadOnlyList<double> values, double? target = null, double? sigma = null, double allowance = 0.5, double limit = 5)
    {
        if (!(allowance >= 0 && limit > 0)) throw new DataRefused(DataFault.BadSpecification, $"An allowance is 0 or more and a limit over 0, not {allowance} and {limit}.");
        var (x, centre, spread) = EwmaChart.Spread(values, target, sigma);
        var (up, down) = (0.0, 0.0);
        return new(centre, spread, [.. x.Select(v =>
        {
            var z = (v - centre) / spread;
            (up, down) = (Math.Max(0, up + z - allowance), Math.Max(0, down - z - allowance));
            ChartRule[] signals = [.. up > limit ? [ChartRule.SumTooHigh] : Array.Empty<ChartRule>(), .. down > limit ? [ChartRule.SumTooLow] : Array.Empty<ChartRule>()];
            return new Point(v, up, down, signals);
        })]);
    }
}
