using MathNet.Numerics;

namespace Regard.Statistics;

static class NonCentralT
{
    /// <summary>P(T > t) of Student's t shifted by delta: over all values s of the standard error's relative size, the chance that a normal exceeds t s - delta.</summary>
    public static double Above(double t, double freedom, double delta)
    {
        // s = chi / sqrt(df) lies within 12 deviations of 1; its density is smooth, so Simpson's rule converges fast.
        var spread = 12 / Math.Sqrt(2 * freedom);
        var (low, high) = (Math.Max(1e-12, 1 - spread), 1 + spread + 6 / freedom);
        const int panels = 2000;
        var scale = Math.Log(2) + freedom / 2 * Math.Log(freedom / 2) - SpecialFunctions.GammaLn(freedom / 2);
        var sum = 0.0;
        for (var i = 0; i <= panels; i++)
        {
            var s = low + (high - low) * i / panels;
            var density = Math.Exp(scale + (freedom - 1) * Math.Log(s) - freedom * s * s / 2);
            sum += (i == 0 || i == panels ? 1 : i % 2 == 1 ? 4 : 2) * density * SpecialFunctions.Erfc((t * s - delta) / Constants.Sqrt2) / 2;
        }
        return Math.Clamp(sum * (high - low) / panels / 3, 0, 1);
    }
}
