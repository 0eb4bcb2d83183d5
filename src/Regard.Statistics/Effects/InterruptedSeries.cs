namespace Regard.Statistics;

/// <summary>
/// What came of a change that befell all at once, by the series alone: the jump of its level and the turn of its slope. Weaker than any comparison: whatever else
/// happened at that time is in it.
/// </summary>
/// <param name="Level">Jump at the interruption, in the outcome's unit.</param>
/// <param name="Slope">Change of the slope, per period.</param>
/// <param name="LevelP">Two-sided.</param>
/// <param name="SlopeP">Two-sided.</param>
/// <param name="Autocorrelation">Of the errors from one period to the next, between -1 and 1.</param>
/// <param name="SmallestDetectable">Jump that would be found four times out of five.</param>
/// <remarks>
/// Segmented regression: Wagner, Soumerai, Zhang and Ross-Degnan (2002), J. Clin. Pharm. Ther. 27, 299-309. Errors follow on each other by one period, the correlation by
/// restricted likelihood (Cheang and Reinsel 2000, JASA 95, 1173-1184). Its own error is told by a parametric bootstrap of t
/// under no change, over the correlations under which the series may have been, without which short series find too much.
/// </remarks>
public sealed record InterruptedSeries(Estimate Level, Estimate Slope, double LevelP, double SlopeP, double Autocorrelation, double SmallestDetectable)
{
    /// <summary>Fewest periods before, and since.</summary>
    public const int Fewest = 6;

    /// <summary>Fits the series.</summary>
    /// <param name="values">One a period, in order, none missing.</param>
    /// <param name="from">Index of the first period after the interruption.</param>
    /// <param name="draws">Of the bootstrap; null for a seed of 1.</param>
    /// <param name="resamples">Simulated series, 99 or more.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">Under six periods before or since, a value that is no number, or values without any error around their lines.</exception>
    public static InterruptedSeries Fit(IReadOnlyList<double> values, int from, Draws? draws = null, int resamples = 999, double confidence = 0.95)
    {
        var y = ChartSeries.Checked(values, 2 * Fewest);
        if (from < Fewest || y.Length - from < Fewest) throw new DataRefused(DataFault.TooFewRows, $"{from} periods before and {y.Length - from} since are too few: at least {Fewest} each are needed.");
        if (resamples < 99) throw new DataRefused(DataFault.BadSpecification, $"{resamples} resamples are too few: at least 99 are needed.");
        var design = new SegmentedDesign(y.Length, from);
        var mean = y.Average();
        var fit = design.Fit([.. y.Select(v => v - mean)]);
        if (!(y.Max() > y.Min() && fit.Sigma > 1e-6 * (y.Max() - y.Min()))) throw new DataRefused(DataFault.Constant, "The values lie on their lines without any error: nothing says how much they vary.");
        // Simulated series have no change; of level and slope each |t| tells how far chance goes.
        var (level, slope) = (new double[resamples], new double[resamples]);
        var chance = draws ?? Draws.Seeded(1);
        var likely = design.LikelyRhos(fit.Rho, chance.For(1));
        Parallel.For(0, resamples, b =>
        {
            var again = design.Fit(SegmentedDesign.Noise(y.Length, likely[b % likely.Length], chance.Of(b)));
            (level[b], slope[b]) = (Math.Abs(again.T(2)), Math.Abs(again.T(3)));
        });
        Array.Sort(level);
        Array.Sort(slope);
        double P(double[] sorted, double t) => (1.0 + sorted.Count(s => s >= Math.Abs(t))) / (resamples + 1);
        double Width(double[] sorted, double p) => sorted[Math.Min(resamples - 1, (int)Math.Ceiling(p * (resamples + 1)) - 1)];
        Estimate Of(int k, double[] sorted)
        {
            var half = Width(sorted, confidence) * fit.Error(k);
            return Estimate.Between(fit.Coefficients[k], fit.Error(k), fit.Coefficients[k] - half, fit.Coefficients[k] + half, y.Length, null, confidence);
        }
        // |t| exceeds its 60 % point in 40 %, its upper 20 % on either side.
        return new(Of(2, level), Of(3, slope), P(level, fit.T(2)), P(slope, fit.T(3)), fit.Rho, (Width(level, confidence) + Width(level, 0.6)) * fit.Error(2));
    }
}
