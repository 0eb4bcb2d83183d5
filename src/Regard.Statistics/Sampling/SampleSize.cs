namespace Regard.Statistics;

/// <summary>How many to ask, per unit, for a margin that was wished for or a change that must not be missed.</summary>
/// <remarks>
/// Cochran (1977), Sampling Techniques, sections 4.4 to 4.6; Cohen (1988). Numbers are of answers: divide by the expected response rate for invitations. Not rounded,
/// so that units can be added; round up last.
/// </remarks>
public sealed record SampleSize
{
    /// <summary>Of the interval or, as 1 - level, of the two-sided test. Between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Chance to find a change that is there, between 0 and 1.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>Variance relative to a plain random sample, over 0.</summary>
    public double DesignEffect { get; init; } = 1;

    /// <summary>People in the unit; null for endless.</summary>
    public double? Population { get; init; }

    double Z => Quantile.Normal(0.5 + Confidence / 2);

    /// <summary>Answers for an interval of mean +- margin.</summary>
    /// <param name="deviation">Standard deviation of an answer, over 0, in points.</param>
    /// <param name="margin">Half the interval's width, over 0, in points.</param>
    public double ForMean(double deviation, double margin)
    {
        // Student's quantile needs the number that is sought: a few rounds settle it.
        var n = Math.Pow(Z * deviation / Positive(margin), 2);
        for (var round = 0; round < 50; round++)
            n = Math.Pow(Quantile.Student(0.5 + Confidence / 2, Math.Max(1, n - 1)) * deviation / margin, 2);
        return Finite(n * DesignEffect);
    }

    /// <summary>Answers for an interval of share +- margin (normal approximation).</summary>
    /// <param name="share">Expected, 0 to 1; 0.5 is the safest.</param>
    /// <param name="margin">Half the interval's width, over 0, as a share.</param>
    public double ForShare(double share, double margin) => Finite(Z * Z * Share(share) * (1 - share) / Math.Pow(Positive(margin), 2) * DesignEffect);

    /// <summary>Answers a wave, to find a change of a mean between two independent waves of that size.</summary>
    /// <param name="deviation">Standard deviation of an answer, over 0, in points.</param>
    /// <param name="change">In points, not 0.</param>
    /// <remarks>Two-sample t test, non-central t, as <c>power.t.test</c>.</remarks>
    public double ForChangeOfMean(double deviation, double change) => Finite(DesignEffect * Solved(n => PowerOfMean(n, deviation, change)));

    /// <summary>Answers a wave, to find a change from one share to another.</summary>
    /// <param name="from">0 to 1.</param>
    /// <param name="to">0 to 1, another.</param>
    /// <remarks>Pooled z test, as <c>power.prop.test</c>: Fleiss (1981), Statistical Methods for Rates and Proportions, chapter 3.</remarks>
    public double ForChangeOfShare(double from, double to) => Finite(DesignEffect * Solved(n => PowerOfShare(n, from, to)));

    /// <summary>Chance to find a change of a mean, 0 to 1.</summary>
    /// <param name="n">Answers a wave, over 1, of a plain random sample (divide by the design effect).</param>
    /// <param name="deviation">Standard deviation of an answer, over 0.</param>
    /// <param name="change">In points.</param>
    public double PowerOfMean(double n, double deviation, double change)
    {
        var freedom = 2 * (n - 1);
        return NonCentralT.Above(Quantile.Student(0.5 + Confidence / 2, Math.Max(1, freedom)), Math.Max(1, freedom), Math.Abs(change) / Positive(deviation) * Math.Sqrt(n / 2));
    }

    /// <summary>Chance to find a change between two shares, 0 to 1.</summary>
    /// <param name="n">Answers a wave, of a plain random sample.</param>
    /// <param name="from">0 to 1.</param>
    /// <param name="to">0 to 1.</param>
    public double PowerOfShare(double n, double from, double to)
    {
        var (pooled, apart) = (Share(from) + Share(to), from * (1 - from) + to * (1 - to));
        return MathNet.Numerics.Distributions.Normal.CDF(0, 1, (Math.Sqrt(n) * Math.Abs(from - to) - Z * Math.Sqrt(pooled * (1 - pooled / 2))) / Math.Sqrt(apart));
    }

    /// <summary>The change of a mean that is found with the power wished for, in points.</summary>
    /// <param name="n">Answers a wave.</param>
    /// <param name="deviation">Standard deviation of an answer, over 0.</param>
    public double DetectableChange(double n, double deviation)
    {
        double low = 0, high = 100 * Positive(deviation);
        for (var step = 0; step < 200; step++)
            if ((low + high) / 2 is var middle && PowerOfMean(n / DesignEffect, deviation, middle) < Power) low = middle; else high = middle;
        return high;
    }

    double Finite(double n) => Population is { } people ? n / (1 + (n - 1) / people) : n;

    double Solved(Func<double, double> power)
    {
        double low = 2, high = 4;
        while (power(high) < Power)
            if ((high *= 2) > 1e12) throw new ArgumentOutOfRangeException(nameof(power), "No change: no number of answers finds it.");
        for (var step = 0; step < 200 && high - low > 1e-12 * high; step++)
            if ((low + high) / 2 is var middle && power(middle) < Power) low = middle; else high = middle;
        return high;
    }

    static double Positive(double x) => x > 0 && double.IsFinite(x) ? x : throw new ArgumentOutOfRangeException(nameof(x), x, "A number over 0.");
    static double Share(double x) => x is >= 0 and <= 1 ? x : throw new ArgumentOutOfRangeException(nameof(x), x, "A share lies between 0 and 1.");
}
