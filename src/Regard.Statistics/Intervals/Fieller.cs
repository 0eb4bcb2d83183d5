namespace Regard.Statistics;

/// <summary>
/// Interval of a ratio of two means by Fieller's theorem: all ratios r for which the first less r times the second does not differ from 0. Honest
/// where the denominator is known poorly and the delta method is not.
/// </summary>
/// <remarks>Fieller (1954), JRSS B 16, 175-185.</remarks>
public static class Fieller
{
    /// <summary>The ratio of two means (or any two estimates).</summary>
    /// <param name="numerator">Finite.</param>
    /// <param name="denominator">Finite.</param>
    /// <param name="variances">Of numerator and denominator, and their covariance; at least 0 where variances.</param>
    /// <param name="degreesOfFreedom">At least 1; null for normal.</param>
    /// <param name="n">Respondents.</param>
    /// <param name="effectiveN">Kish's effective n; n when null.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <returns>Withheld when the denominator does not differ from 0: then the set of ratios has no bounds.</returns>
    public static Estimate Ratio(
        double numerator, double denominator, (double Numerator, double Denominator, double Covariance) variances, double? degreesOfFreedom, long n, double? effectiveN = null, double confidence = 0.95)
    {
        var tail = 0.5 + confidence / 2;
        var q = degreesOfFreedom is { } df ? Quantile.Student(tail, df) : Quantile.Normal(tail);
        var (above, below, both) = variances;
        // a r^2 - 2 b r + c <= 0.
        var (a, b, c) = (denominator * denominator - q * q * below, numerator * denominator - q * q * both, numerator * numerator - q * q * above);
        if (a <= 0) return Estimate.Withhold(Withholding.DenominatorNearZero, n, effectiveN);
        var ratio = numerator / denominator;
        var half = Math.Sqrt(Math.Max(0, b * b - a * c)) / a;
        var se = Math.Sqrt(Math.Max(0, above - 2 * ratio * both + ratio * ratio * below)) / Math.Abs(denominator);
        return Estimate.Between(ratio, se, Math.Min(ratio, b / a - half), Math.Max(ratio, b / a + half), n, effectiveN, confidence);
    }

    /// <summary>The ratio of two combinations of means, e.g. perceived over expected.</summary>
    /// <param name="means">Where their covariance is known.</param>
    /// <param name="numerator">One coefficient a slot.</param>
    /// <param name="denominator">One coefficient a slot.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public static Estimate Ratio(SlotMeans means, IReadOnlyList<double> numerator, IReadOnlyList<double> denominator, double confidence = 0.95)
    {
        var (above, below) = (means.Linear(numerator, confidence), means.Linear(denominator, confidence));
        if (above.Withheld) return above;
        if (below.Withheld) return below;
        var covariance = 0.0;
        for (var j = 0; j < means.Slots; j++)
            for (var k = 0; k < means.Slots; k++)
                if (numerator[j] != 0 && denominator[k] != 0) covariance += numerator[j] * denominator[k] * means.Covariance(j, k);
        double? freedom = (above.DegreesOfFreedom, below.DegreesOfFreedom) is ({ } one, { } other) ? Math.Min(one, other) : null;
        return Ratio(
            above.Value.Value, below.Value.Value, (Math.Pow(above.StandardError.Value, 2), Math.Pow(below.StandardError.Value, 2), covariance), freedom,
            Math.Min(above.N, below.N), Math.Min(above.EffectiveN, below.EffectiveN), confidence);
    }
}
