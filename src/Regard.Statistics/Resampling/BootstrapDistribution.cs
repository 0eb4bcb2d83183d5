namespace Regard.Statistics;

/// <summary>What the resamples gave, statistic by statistic.</summary>
public sealed class BootstrapDistribution
{
    readonly double[][] sorted;

    internal BootstrapDistribution(int statistics, double[] drawn, bool[] settled)
    {
        Resamples = settled.Count(s => s);
        Failed = settled.Length - Resamples;
        sorted = new double[statistics][];
        for (var k = 0; k < statistics; k++)
        {
            var (values, at) = (new double[Resamples], 0);
            for (var b = 0; b < settled.Length; b++)
                if (settled[b]) values[at++] = drawn[b * statistics + k];
            Array.Sort(values);
            sorted[k] = values;
        }
    }

    /// <summary>Resamples that could be estimated.</summary>
    public int Resamples { get; }

    /// <summary>Resamples left out: a column was constant in them, or the estimate did not converge.</summary>
    public int Failed { get; }

    /// <summary>The values of a statistic, ascending.</summary>
    public ReadOnlySpan<double> Values(int statistic) => sorted[statistic];

    /// <summary>Standard deviation over the resamples (divisor B - 1); null under two of them.</summary>
    public double? StandardError(int statistic)
    {
        var values = sorted[statistic];
        if (values.Length < 2) return null;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }

    /// <summary>Percentile interval; null under 40 resamples.</summary>
    /// <param name="statistic">From 0.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>Efron (1979), Annals of Statistics 7, 1-26. Quantiles: Hyndman and Fan (1996), type 7.</remarks>
    public (double Lower, double Upper)? Percentile(int statistic, double confidence = 0.95) =>
        sorted[statistic].Length < Fewest ? null : (At(statistic, (1 - confidence) / 2), At(statistic, (1 + confidence) / 2));

    /// <summary>Bias-corrected and accelerated interval; null under 40 resamples, or when the estimate lies outside all of them.</summary>
    /// <param name="statistic">From 0.</param>
    /// <param name="estimate">From all rows.</param>
    /// <param name="jackknife">The statistic without each row (or block) in turn; at least two.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>Efron (1987), JASA 82, 171-185.</remarks>
    public (double Lower, double Upper)? Accelerated(int statistic, double estimate, IReadOnlyList<double> jackknife, double confidence = 0.95)
    {
        var values = sorted[statistic];
        if (values.Length < Fewest) return null;
        var below = (values.Count(v => v < estimate) + 0.5 * values.Count(v => v == estimate)) / values.Length;
        if (below is 0 or 1) return null;
        var mean = jackknife.Average();
        double squares = jackknife.Sum(v => Math.Pow(mean - v, 2)), cubes = jackknife.Sum(v => Math.Pow(mean - v, 3));
        var (bias, acceleration) = (Quantile.Normal(below), squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0);
        double End(double p)
        {
            var z = bias + Quantile.Normal(p);
            return At(statistic, MathNet.Numerics.Distributions.Normal.CDF(0, 1, bias + z / (1 - acceleration * z)));
        }
        return (End((1 - confidence) / 2), End((1 + confidence) / 2));
    }

    /// <summary>The confidence to ask a percentile or BCa interval for so that it holds the truth as often as said in samples of moderate size.</summary>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <param name="n">Rows behind the statistic (the effective n under weights), 2 or more.</param>
    /// <remarks>The expanded percentile interval, Hesterberg (2015), American Statistician 69, 371-386, section 4.3: as Student's t is wider than the normal, and n - 1 less than n.</remarks>
    public static double Expanded(double confidence, double n)
    {
        var widened = Math.Sqrt(n / (n - 1)) * Quantile.Student(0.5 + confidence / 2, n - 1);
        return Math.Min(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, widened) - 1, 1 - 1e-9);
    }

    const int Fewest = 40;

    double At(int statistic, double p)
    {
        var values = sorted[statistic];
        var place = p * (values.Length - 1);
        var low = (int)Math.Clamp(Math.Floor(place), 0, values.Length - 2);
        return values[low] + (place - low) * (values[low + 1] - values[low]);
    }
}
