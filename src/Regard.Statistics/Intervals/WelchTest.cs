namespace Regard.Statistics;

/// <summary>Difference of two independent estimates, e.g. two waves or two units, with its test.</summary>
/// <param name="Difference">The first less the second; withheld when either is.</param>
/// <param name="T">Difference over its standard error; null when withheld or without any spread.</param>
/// <param name="PValue">Two-sided; null when withheld or without any spread.</param>
public sealed record WelchTest(Estimate Difference, double? T, double? PValue)
{
    /// <summary>Compares two estimates that share no respondent.</summary>
    /// <param name="first">E.g. the later wave.</param>
    /// <param name="second">E.g. the earlier wave, in the same unit of measure.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>
    /// Welch (1947), Biometrika 34, 28-35; Satterthwaite (1946) degrees of freedom; normal where an estimate is (NPS).
    /// For shares use <see cref="ShareDifference"/>, which stays honest at 0 and 1.
    /// </remarks>
    public static WelchTest Of(Estimate first, Estimate second, double confidence = 0.95)
    {
        var n = Math.Min(first.N, second.N);
        var effective = Math.Min(first.EffectiveN, second.EffectiveN);
        if (first.Withheld) return new(Estimate.Withhold(first.Reason, n, effective), null, null);
        if (second.Withheld) return new(Estimate.Withhold(second.Reason, n, effective), null, null);
        var (one, other) = (Math.Pow(first.StandardError.Value, 2), Math.Pow(second.StandardError.Value, 2));
        var (value, se) = (first.Value.Value - second.Value.Value, Math.Sqrt(one + other));
        if (se == 0) return new(Estimate.Of(value, 0, null, n, effective, confidence), null, null);
        var wobble = Wobble(one, first.DegreesOfFreedom) + Wobble(other, second.DegreesOfFreedom);
        double? freedom = wobble > 0 ? (one + other) * (one + other) / wobble : null;
        return new(Estimate.Of(value, se, freedom, n, effective, confidence), value / se, Quantile.StudentTwoSided(value / se, freedom));
    }

    static double Wobble(double variance, double? freedom) => freedom is { } df ? variance * variance / df : 0;
}
