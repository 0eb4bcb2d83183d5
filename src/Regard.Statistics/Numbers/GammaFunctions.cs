namespace Regard.Statistics;

/// <summary>ln Gamma with two derivatives, for arguments over 0, to about 15 digits.</summary>
/// <remarks>Recurrence up to 12, then Stirling's series: Abramowitz and Stegun (1964), 6.1.41, 6.3.18, 6.4.12.</remarks>
static class GammaFunctions
{
    const double Far = 12;

    /// <summary>ln Gamma(x), its first and second derivative.</summary>
    public static (double Value, double First, double Second) At(double x)
    {
        double product = 1, first = 0, second = 0;
        for (; x < Far; x++)
        {
            product *= x;
            first -= 1 / x;
            second += 1 / (x * x);
        }
        var logs = Math.Log(product);
        double log = Math.Log(x), inverse = 1 / x, square = inverse * inverse;
        var value = (x - 0.5) * log - x + 0.91893853320467274178
            + inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188 - square * (691.0 / 360360 - square / 156))))));
        first += log - inverse / 2 - square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square * (1.0 / 132 - square * (691.0 / 32760 - square / 12))))));
        second += inverse * (1 + inverse / 2 + square * (1.0 / 6 - square * (1.0 / 30 - square * (1.0 / 42 - square * (1.0 / 30 - square * (5.0 / 66 - square * (691.0 / 2730 - square * 7 / 6)))))));
        return (value - logs, first, second);
    }
}
