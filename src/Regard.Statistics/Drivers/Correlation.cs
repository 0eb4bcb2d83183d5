namespace Regard.Statistics;

/// <summary>Pearson's correlation with its test.</summary>
/// <param name="R">-1 to 1, interval by Fisher's z; withheld under four rows.</param>
/// <param name="T">Student's t of no correlation, n - 2 degrees of freedom; null when withheld or when r is 1 or -1.</param>
/// <param name="PValue">Two-sided; null when withheld.</param>
public sealed record Correlation(Estimate R, double? T, double? PValue)
{
    /// <summary>A correlation that was worked out from rows or moments.</summary>
    /// <param name="r">-1 to 1.</param>
    /// <param name="n">Rows.</param>
    /// <param name="effectiveN">Kish's effective n, on which the error rests; n when null.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>Interval: Fisher (1921), Metron 1, 3-32: tanh(atanh r +- z / sqrt(n - 3)). Standard error: (1 - r^2) / sqrt(n - 1).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">r is outside -1 to 1.</exception>
    public static Correlation Of(double r, long n, double? effectiveN = null, double confidence = 0.95)
    {
        if (!(Math.Abs(r) <= 1 + 1e-12)) throw new ArgumentOutOfRangeException(nameof(r), r, "A correlation lies between -1 and 1.");
        r = Math.Clamp(r, -1, 1);
        var effective = effectiveN ?? n;
        if (effective < 4) return new(Estimate.Withhold(Withholding.TooFew, n, effective), null, null);
        if (Math.Abs(r) == 1) return new(Estimate.Between(r, 0, r, r, n, effective, confidence), null, 0);
        var (z, half) = (Math.Atanh(r), Quantile.Normal(0.5 + confidence / 2) / Math.Sqrt(effective - 3));
        var t = r * Math.Sqrt((effective - 2) / ((1 - r) * (1 + r)));
        return new(
            Estimate.Between(r, (1 - r * r) / Math.Sqrt(effective - 1), Math.Tanh(z - half), Math.Tanh(z + half), n, effective, confidence),
            t, Quantile.StudentTwoSided(t, effective - 2));
    }

    /// <summary>Of two columns.</summary>
    /// <param name="data">Complete rows.</param>
    /// <param name="first">A column.</param>
    /// <param name="second">Another.</param>
    /// <param name="weight">Column of weights; null for 1.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">A column is missing a value or constant, or the weights are bad.</exception>
    public static Correlation Fit(Observations data, string first, string second, string? weight = null, double confidence = 0.95) =>
        Of(Covariances.Of(data.Select(weight is null ? [first, second] : [first, second, weight]), weight), first, second, confidence);

    /// <summary>Of two columns of which the covariances are known.</summary>
    /// <exception cref="DataRefused">There is no such column, or pairwise moments contradict one another.</exception>
    public static Correlation Of(Covariances covariances, string first, string second, double confidence = 0.95)
    {
        var r = covariances.Correlation(covariances.Place(first), covariances.Place(second));
        if (Math.Abs(r) > 1 + 1e-12) throw new DataRefused(DataFault.Collinear, $"The moments of {first} and {second} contradict one another: different respondents answered them.", first, second);
        return Of(r, covariances.N, covariances.EffectiveN, confidence);
    }
}
