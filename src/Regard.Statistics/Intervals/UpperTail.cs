using MathNet.Numerics;

namespace Regard.Statistics;

/// <summary>Probabilities of a test statistic as large or larger.</summary>
static class UpperTail
{
    public static double Fisher(double f, double numerator, double denominator) =>
        f <= 0 ? 1 : SpecialFunctions.BetaRegularized(denominator / 2, numerator / 2, denominator / (denominator + numerator * f));

    public static double ChiSquare(double statistic, double freedom) =>
        statistic <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(freedom / 2, statistic / 2);
}
