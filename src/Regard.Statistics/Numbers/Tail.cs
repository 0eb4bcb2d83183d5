using MathNet.Numerics;

namespace Regard.Statistics;

/// <summary>Upper tail probabilities of the test distributions: how often chance alone reaches a statistic.</summary>
public static class Tail
{
    /// <summary>P(F >= f) of Fisher's F.</summary>
    /// <param name="f">Any number; 1 comes back at 0 and below, 0 at infinity.</param>
    /// <param name="numerator">Degrees of freedom, over 0.</param>
    /// <param name="denominator">Degrees of freedom, over 0.</param>
    public static double Fisher(double f, double numerator, double denominator) =>
        f <= 0 ? 1 : double.IsInfinity(f) ? 0 : SpecialFunctions.BetaRegularized(denominator / 2, numerator / 2, denominator / (denominator + numerator * f));

    /// <summary>P(X >= x) of chi-square.</summary>
    /// <param name="x">Any number; 1 comes back at 0 and below.</param>
    /// <param name="degreesOfFreedom">Over 0.</param>
    public static double ChiSquare(double x, double degreesOfFreedom) =>
        x <= 0 ? 1 : double.IsInfinity(x) ? 0 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);
}
