namespace Regard.Statistics;

/// <summary>Gauss-Legendre quadrature with 16 points.</summary>
/// <remarks>Abramowitz and Stegun (1964), 25.4.29; points by Newton's method on the Legendre polynomial.</remarks>
static class GaussLegendre
{
    public const int Points = 16;
    static readonly double[] points = new double[Points], weights = new double[Points];

    static GaussLegendre()
    {
        for (var i = 0; i < Points; i++)
        {
            var (x, slope) = (Math.Cos(Math.PI * (i + 0.75) / (Points + 0.5)), 1.0);
            for (var step = 0; step < 10; step++)
            {
                double before = 1, at = x;
                for (var k = 2; k <= Points; k++) (before, at) = (at, ((2 * k - 1) * x * at - (k - 1) * before) / k);
                slope = Points * (x * at - before) / (x * x - 1);
                x -= at / slope;
            }
            (points[i], weights[i]) = (x, 2 / ((1 - x * x) * slope * slope));
        }
    }

    /// <summary>Abscissas on -1..1.</summary>
    public static ReadOnlySpan<double> Abscissas => points;

    /// <summary>Weights on -1..1; they add up to 2.</summary>
    public static ReadOnlySpan<double> Weights => weights;

    /// <summary>The integral from a to b.</summary>
    public static double Integral(double a, double b, Func<double, double> f)
    {
        var (middle, half, sum) = ((a + b) / 2, (b - a) / 2, 0.0);
        for (var i = 0; i < Points; i++) sum += weights[i] * f(middle + half * points[i]);
        return half * sum;
    }
}
