namespace Regard.Statistics;

/// <summary>Difference of two independent shares (0 to 1) with its test.</summary>
/// <param name="Difference">The first less the second, -1 to 1; withheld when either is.</param>
/// <param name="PValue">Two-sided; null when withheld or when both shares are 0 or both 1.</param>
public sealed record ShareDifference(Estimate Difference, double? PValue)
{
    /// <summary>Compares two shares that have no respondent in common.</summary>
    /// <param name="first">A share with Wilson's interval.</param>
    /// <param name="second">Another, at the same confidence.</param>
    /// <remarks>Interval: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10. Test: pooled z (Pearson's chi-square) on the effective n.</remarks>
    /// <exception cref="ArgumentException">The two intervals differ in confidence.</exception>
    public static ShareDifference Of(Estimate first, Estimate second)
    {
        var (n, effective) = (Math.Min(first.N, second.N), Math.Min(first.EffectiveN, second.EffectiveN));
        if (first.Withheld) return new(Estimate.Withhold(first.Reason, n, effective), null);
        if (second.Withheld) return new(Estimate.Withhold(second.Reason, n, effective), null);
        if (first.Confidence != second.Confidence) throw new ArgumentException("Both shares carry the same confidence.", nameof(second));
        var (p, q) = (first.Value.Value, second.Value.Value);
        var se = Distance(first.StandardError.Value, second.StandardError.Value);
        var difference = Estimate.Between(
            p - q, se, p - q - Distance(p - first.Lower.Value, second.Upper.Value - q), p - q + Distance(first.Upper.Value - p, q - second.Lower.Value),
            n, effective, first.Confidence);
        var pooled = (p * first.EffectiveN + q * second.EffectiveN) / (first.EffectiveN + second.EffectiveN);
        var spread = Math.Sqrt(pooled * (1 - pooled) * (1 / first.EffectiveN + 1 / second.EffectiveN));
        return new(difference, spread > 0 ? Quantile.StudentTwoSided((p - q) / spread, null) : null);
    }

    static double Distance(double a, double b) => Math.Sqrt(a * a + b * b);
}
