namespace Regard.Statistics;

/// <summary>Purchases to expect of a customer who is there, when each purchase may be the last.</summary>
/// <remarks>
/// E[(1 - exp(-lambda p t)) / p] with lambda gamma(rate, scale) and p beta(a, b) distributed. Expanded by the number k of purchases that would be made if nobody dropped
/// out: the sum of P(k) (1 + m_1 + ... + m_(k-1)), where m_j = E(1 - p)^j. It equals the 2F1 of Fader, Hardie and Lee (2005), equation 10, but all terms are positive,
/// so that nothing cancels and a = 1 is no special case.
/// </remarks>
static class PotentialPurchases
{
    const double Enough = 1e-17;
    const int MostTerms = 3000;

    /// <param name="rate">Over 0.</param>
    /// <param name="horizon">t over scale, 0 or more.</param>
    /// <param name="a">Over 0.</param>
    /// <param name="b">Over 0.</param>
    public static double Expected(double rate, double horizon, double a, double b)
    {
        if (horizon == 0) return 0;
        if (40 * (1 + horizon) + rate * horizon > MostTerms) return Quadrature(rate, horizon, a, b);
        var z = horizon / (1 + horizon);
        var none = -rate * NearZero.Log1P(horizon);
        if (none < -600) return Quadrature(rate, horizon, a, b);
        double chance = Math.Exp(none), stayed = 1, potential = 0, sum = 0;
        for (var k = 0; ; )
        {
            chance *= (rate + k) / (k + 1) * z;
            potential += stayed;
            stayed *= (b + k) / (a + b + k);
            k++;
            var term = chance * potential;
            sum += term;
            // From here on each term is at most this share of the one before.
            var ratio = (rate + k) / (k + 1) * z * (1 + 1.0 / k);
            if (ratio < 1 && term * ratio < Enough * sum * (1 - ratio)) return sum;
        }
    }

    /// <summary>The same by the trapezoidal rule over the logit of p, stretched by sinh: for horizons of hundreds of scales.</summary>
    /// <remarks>Takahasi and Mori (1974), Publications of RIMS 9, 721-741.</remarks>
    public static double Quadrature(double rate, double horizon, double a, double b)
    {
        double centre = Math.Log(a / b), width = Math.Sqrt(1 / a + 1 / b);
        double left = Math.Asinh(45 / (a * width) + 10), right = Math.Asinh(45 / (b * width) + 10);
        var step = 0.08 * Math.Asin(Math.Min(1, 1.2 / width));
        double weights = 0, sum = 0, highest = -a * Softplus(-centre) - b * Softplus(centre);
        for (var u = -left; u <= right; u += step)
        {
            var y = centre + width * Math.Sinh(u);
            var logP = -Softplus(-y);
            var weight = Math.Cosh(u) * Math.Exp(a * logP - b * Softplus(y) - highest);
            weights += weight;
            sum += weight * Potential(rate, horizon, Math.Exp(logP));
        }
        return sum / weights;
    }

    static double Potential(double rate, double horizon, double p) =>
        p * horizon < 1e-200 ? rate * horizon : -NearZero.ExpM1(-rate * NearZero.Log1P(p * horizon)) / p;

    static double Softplus(double y) => Math.Max(y, 0) + NearZero.Log1P(Math.Exp(-Math.Abs(y)));
}
