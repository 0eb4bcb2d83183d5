namespace Regard.Statistics;

/// <summary>
/// Rates over time from counts of any size: p' for shares (dissatisfied of answers), u' for events (complaints per transactions). Chance alone narrows the
/// limits of large counts to nothing; these widen by what rates vary between periods beyond it.
/// </summary>
/// <param name="Centre">All events over all chances.</param>
/// <param name="SigmaZ">Spread of the standardised rates; 1 when chance explains it all, under 1 when they vary less.</param>
/// <param name="Points">Rates with their limits; limits stay within 0 (and 1 for shares).</param>
/// <remarks>Laney (2002), Quality Engineering 14, 531-537.</remarks>
public sealed record LaneyChart(double Centre, double SigmaZ, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>p' chart of shares.</summary>
    /// <param name="counts">Each 0 to its size.</param>
    /// <param name="sizes">Each over 0.</param>
    /// <param name="baseline">First points that set centre and limits; null for all.</param>
    /// <param name="limitsOnly">True for the rule of limits alone.</param>
    /// <exception cref="DataRefused">Too few points, a count or size out of range, or rates that do not vary.</exception>
    public static LaneyChart OfShares(IReadOnlyList<double> counts, IReadOnlyList<double> sizes, int? baseline = null, bool limitsOnly = false)
    {
        for (var i = 0; i < Math.Min(counts.Count, sizes.Count); i++)
            if (counts[i] > sizes[i]) throw new DataRefused(DataFault.OutOfRange, $"Point {i + 1} counts {counts[i]} of {sizes[i]}.");
        return Of(counts, sizes, centre => centre * (1 - centre), 1, baseline, limitsOnly);
    }

    /// <summary>u' chart of events per unit of size.</summary>
    /// <param name="counts">Each 0 or more.</param>
    /// <param name="sizes">Each over 0: transactions, customers, thousands of either.</param>
    /// <param name="baseline">First points that set centre and limits; null for all.</param>
    /// <param name="limitsOnly">True for the rule of limits alone.</param>
    /// <exception cref="DataRefused">Too few points, a count or size out of range, or rates that do not vary.</exception>
    public static LaneyChart OfEvents(IReadOnlyList<double> counts, IReadOnlyList<double> sizes, int? baseline = null, bool limitsOnly = false) =>
        Of(counts, sizes, centre => centre, double.PositiveInfinity, baseline, limitsOnly);

    static LaneyChart Of(IReadOnlyList<double> counts, IReadOnlyList<double> sizes, Func<double, double> variance, double most, int? baseline, bool limitsOnly)
    {
        if (counts.Count != sizes.Count) throw new DataRefused(DataFault.BadSpecification, $"{counts.Count} counts need {counts.Count} sizes, not {sizes.Count}.");
        var (x, n) = (ChartSeries.Checked(counts, XmrChart.Fewest), ChartSeries.Checked(sizes, XmrChart.Fewest));
        for (var i = 0; i < x.Length; i++)
            if (x[i] < 0 || n[i] <= 0) throw new DataRefused(DataFault.OutOfRange, $"Point {i + 1} counts {x[i]} of {n[i]}: a count is 0 or more, a size over 0.");
        var first = ChartSeries.Baseline(baseline, x.Length, XmrChart.Fewest);
        var centre = x[..first].Sum() / n[..first].Sum();
        double Chance(int i) => Math.Sqrt(variance(centre) / n[i]);
        if (!(variance(centre) > 0)) throw new DataRefused(DataFault.Constant, "All rates of the baseline are equal: nothing says how much they vary.");
        double[] z = [.. x.Select((count, i) => (count / n[i] - centre) / Chance(i))];
        var sigma = ChartSeries.MeanRange(z, first) / ChartSeries.MeanRangePerSigma;
        if (sigma == 0) throw new DataRefused(DataFault.Constant, "All rates of the baseline are equal: nothing says how much they vary.");
        var signals = ChartRules.Of([.. z.Select(v => v / sigma)], limitsOnly);
        return new(centre, sigma, [.. x.Select((count, i) => new ChartPoint(
            count / n[i], Math.Max(0, centre - 3 * sigma * Chance(i)), Math.Min(most, centre + 3 * sigma * Chance(i)), signals[i]))]);
    }
}
