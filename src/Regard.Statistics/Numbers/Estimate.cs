using System.Diagnostics.CodeAnalysis;

namespace Regard.Statistics;

/// <summary>A number with its uncertainty, or the reason why it is withheld. Never NaN.</summary>
/// <remarks>When withheld, value, error and bounds are null; n is kept so that a caller may decide whether to show it.</remarks>
public sealed record Estimate
{
    /// <summary>The estimate, in the unit of what was asked for.</summary>
    public double? Value { get; private init; }

    /// <summary>Standard error, same unit. 0 when all answers are equal.</summary>
    public double? StandardError { get; private init; }

    /// <summary>Lower bound of the interval, same unit.</summary>
    public double? Lower { get; private init; }

    /// <summary>Upper bound of the interval, same unit.</summary>
    public double? Upper { get; private init; }

    /// <summary>Degrees of freedom of the standard error; null when the interval is not Student's (normal, Wilson).</summary>
    public double? DegreesOfFreedom { get; private init; }

    /// <summary>Coverage that the interval aims at, 0 to 1.</summary>
    public double Confidence { get; private init; } = 0.95;

    /// <summary>Respondents behind the number (of a combination: of its thinnest part).</summary>
    public long N { get; private init; }

    /// <summary>Kish's effective n, (sum w)^2 / sum w^2; equals n without weights.</summary>
    public double EffectiveN { get; private init; }

    /// <summary>Why the number is withheld; None when it is given.</summary>
    public Withholding Reason { get; private init; }

    /// <summary>True when there is a reason not to give the number.</summary>
    [MemberNotNullWhen(false, nameof(Value), nameof(StandardError), nameof(Lower), nameof(Upper))]
    public bool Withheld => Reason != Withholding.None;

    Estimate() { }

    /// <summary>Student interval: value +- t(df) se.</summary>
    /// <param name="value">Finite.</param>
    /// <param name="standardError">Finite, at least 0.</param>
    /// <param name="degreesOfFreedom">At least 1; null for a normal interval.</param>
    /// <param name="n">Respondents.</param>
    /// <param name="effectiveN">Kish's effective n; n when null.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or not finite.</exception>
    public static Estimate Of(
        double value, double standardError, double? degreesOfFreedom, long n, double? effectiveN = null, double confidence = 0.95)
    {
        var tail = 0.5 + Checked(confidence) / 2;
        var quantile = degreesOfFreedom is { } df ? Quantile.Student(tail, df) : Quantile.Normal(tail);
        return Between(value, standardError, value - quantile * standardError, value + quantile * standardError, n, effectiveN, confidence)
            with { DegreesOfFreedom = degreesOfFreedom };
    }

    /// <summary>An estimate whose bounds were found by a method of their own (Wilson, Feldt, simulation).</summary>
    /// <param name="value">Finite.</param>
    /// <param name="standardError">Finite, at least 0.</param>
    /// <param name="lower">At most <paramref name="value"/>.</param>
    /// <param name="upper">At least <paramref name="value"/>.</param>
    /// <param name="n">Respondents.</param>
    /// <param name="effectiveN">Kish's effective n; n when null.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or not finite.</exception>
    public static Estimate Between(
        double value, double standardError, double lower, double upper, long n, double? effectiveN = null, double confidence = 0.95)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "An estimate is a finite number.");
        if (!(double.IsFinite(standardError) && standardError >= 0)) throw new ArgumentOutOfRangeException(nameof(standardError), standardError, "A standard error is finite and not negative.");
        if (!(double.IsFinite(lower) && lower <= value)) throw new ArgumentOutOfRangeException(nameof(lower), lower, "The lower bound lies at or under the value.");
        if (!(double.IsFinite(upper) && upper >= value)) throw new ArgumentOutOfRangeException(nameof(upper), upper, "The upper bound lies at or over the value.");
        return new Estimate
        {
            Value = value, StandardError = standardError, Lower = lower, Upper = upper,
            N = n, EffectiveN = effectiveN ?? n, Confidence = Checked(confidence),
        };
    }

    /// <summary>No number, and why.</summary>
    /// <param name="reason">Any but None.</param>
    /// <param name="n">Respondents there were.</param>
    /// <param name="effectiveN">Kish's effective n; n when null.</param>
    /// <exception cref="ArgumentException">The reason is None.</exception>
    public static Estimate Withhold(Withholding reason, long n, double? effectiveN = null) => reason == Withholding.None
        ? throw new ArgumentException("Withholding needs a reason.", nameof(reason))
        : new Estimate { Reason = reason, N = n, EffectiveN = effectiveN ?? n };

    /// <summary>The same estimate, or none when it rests on fewer respondents than <paramref name="minimum"/>.</summary>
    public Estimate WithholdUnder(long minimum) => Withheld || N >= minimum ? this : Withhold(Withholding.TooFew, N, EffectiveN);

    /// <summary>The estimate in another unit: offset + factor x. A negative factor swaps the bounds.</summary>
    /// <param name="factor">Finite; 0 gives a constant.</param>
    /// <param name="offset">Finite.</param>
    public Estimate Rescaled(double factor, double offset = 0)
    {
        if (Withheld) return this;
        var (one, other) = (offset + factor * Lower.Value, offset + factor * Upper.Value);
        return this with
        {
            Value = offset + factor * Value, StandardError = Math.Abs(factor) * StandardError,
            Lower = Math.Min(one, other), Upper = Math.Max(one, other),
        };
    }

    static double Checked(double confidence) => confidence is > 0 and < 1
        ? confidence : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies between 0 and 1.");
}
