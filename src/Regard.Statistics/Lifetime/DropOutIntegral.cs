namespace Regard.Statistics;

/// <summary>The integral of (alpha + y)^-n (beta + y)^-(s + 1) over y from the last purchase to now: the ways to have dropped out meanwhile.</summary>
/// <remarks>
/// Fader and Hardie (2005), note on the Pareto/NBD, write it as a difference of two 2F1, which cancels; here it is integrated with positive weights over v = ln(min(alpha, beta) + y),
/// where it is nearly exponential: relative error about 1e-14. The same points give the derivatives by the four parameters.
/// </remarks>
static class DropOutIntegral
{
    const double LongestPanel = 2.5, DecayOfPanel = 8;

    /// <summary>Logarithm of the integral; minus infinity over no time.</summary>
    public static double Log(double n, double alpha, double s, double beta, double from, double to)
    {
        if (!(to > from)) return double.NegativeInfinity;
        ReadOnlySpan<double> points = GaussLegendre.Abscissas, weights = GaussLegendre.Weights;
        double near = Math.Min(alpha, beta), a = alpha - near, b = beta - near, start = Math.Log(near + from), length = Math.Log((near + to) / (near + from));
        double first = Integrand(n, s, a, b, start), sum = 0;
        var panels = Panels(n, alpha, s, beta, to, length);
        for (var panel = 0; panel < panels; panel++)
            for (var k = 0; k < GaussLegendre.Points; k++)
                sum += weights[k] * Math.Exp(Integrand(n, s, a, b, start + length * (panel + 0.5 + 0.5 * points[k]) / panels) - first);
        return first + Math.Log(sum * length / (2 * panels));
    }

    /// <summary>As many as keep the fall of the integrand on each within what its points can take; it is steepest at the end.</summary>
    public static int Panels(double n, double alpha, double s, double beta, double to, double length)
    {
        var near = Math.Min(alpha, beta) + to;
        var decay = n * near / (alpha + to) + (s + 1) * near / (beta + to);
        return (int)Math.Clamp(Math.Ceiling(Math.Max(length / LongestPanel, decay * length / DecayOfPanel)), 1, 512);
    }

    static double Integrand(double n, double s, double a, double b, double v)
    {
        var e = Math.Exp(v);
        return v - n * (a == 0 ? v : Math.Log(e + a)) - (s + 1) * (b == 0 ? v : Math.Log(e + b));
    }
}
