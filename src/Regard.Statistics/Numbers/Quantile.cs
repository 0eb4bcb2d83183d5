using MathNet.Numerics;

namespace Regard.Statistics;

/// <summary>Quantiles and tail probabilities of the reference distributions, to about 13 digits.</summary>
public static class Quantile
{
    // From here the asymptotic series is exact to rounding and much quicker than the incomplete beta function.
    const double LargeDegreesOfFreedom = 1000;

    /// <summary>Quantile of the standard normal distribution.</summary>
    /// <param name="p">Between 0 and 1, both excluded.</param>
    public static double Normal(double p) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Open(p));

    /// <summary>Quantile of Student's t.</summary>
    /// <param name="p">Between 0 and 1, both excluded.</param>
    /// <param name="degreesOfFreedom">At least 1, need not be whole.</param>
    /// <remarks>Newton on the tail (incomplete beta); from 1,000 df the Cornish-Fisher series, Abramowitz and Stegun (1964) 26.7.5.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">p or the degrees of freedom are out of range.</exception>
    public static double Student(double p, double degreesOfFreedom)
    {
        if (!(degreesOfFreedom >= 1)) throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Student's t needs at least one degree of freedom.");
        if (Open(p) == 0.5) return 0;
        if (p < 0.5) return -Student(1 - p, degreesOfFreedom);
        var z = Normal(p);
        return degreesOfFreedom >= LargeDegreesOfFreedom ? Series(z, degreesOfFreedom) : Newton(z, p, degreesOfFreedom);
    }

    /// <summary>Two-sided p value of a t statistic: P(|T| >= |t|).</summary>
    /// <param name="t">Any number, infinity included.</param>
    /// <param name="degreesOfFreedom">At least 1; null for the normal distribution.</param>
    public static double StudentTwoSided(double t, double? degreesOfFreedom) => degreesOfFreedom switch
    {
        _ when double.IsInfinity(t) => 0,
        null => SpecialFunctions.Erfc(Math.Abs(t) / Constants.Sqrt2),
        { } df => SpecialFunctions.BetaRegularized(df / 2, 0.5, df / (df + t * t)),
    };

    /// <summary>Quantile of Fisher's F.</summary>
    /// <param name="p">Between 0 and 1, both excluded.</param>
    /// <param name="numerator">Degrees of freedom, over 0.</param>
    /// <param name="denominator">Degrees of freedom, over 0.</param>
    public static double Fisher(double p, double numerator, double denominator)
    {
        Open(p);
        // x = d1 F / (d1 F + d2) is beta distributed; halving finds it to the last bit.
        double low = 0, high = 1;
        for (var step = 0; step < 80 && high - low > 1e-16 * high; step++)
        {
            var middle = (low + high) / 2;
            if (SpecialFunctions.BetaRegularized(numerator / 2, denominator / 2, middle) < p) low = middle; else high = middle;
        }
        var x = (low + high) / 2;
        return denominator * x / (numerator * (1 - x));
    }

    // Above the median the distribution function is concave and the normal quantile lies below the root, so the steps never overshoot.
    static double Newton(double start, double p, double df)
    {
        var logScale = SpecialFunctions.GammaLn((df + 1) / 2) - SpecialFunctions.GammaLn(df / 2) - 0.5 * Math.Log(df * Math.PI);
        var t = start;
        for (var step = 0; step < 100; step++)
        {
            var excess = StudentTwoSided(t, df) / 2 - (1 - p);
            var change = excess / Math.Exp(logScale - (df + 1) / 2 * Math.Log(1 + t * t / df));
            t += change;
            if (Math.Abs(change) <= 1e-14 * t) break;
        }
        return t;
    }

    static double Series(double z, double df)
    {
        var s = z * z;
        return z * (1
            + (s + 1) / 4 / df
            + ((5 * s + 16) * s + 3) / 96 / (df * df)
            + (((3 * s + 19) * s + 17) * s - 15) / 384 / (df * df * df)
            + ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160 / (df * df * df * df));
    }

    static double Open(double p) => p is > 0 and < 1
        ? p : throw new ArgumentOutOfRangeException(nameof(p), p, "A probability between 0 and 1, both excluded.");
}
