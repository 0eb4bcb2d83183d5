using MathNet.Numerics.Distributions;

namespace Regard.Statistics;

/// <summary>How often something happens for each so many chances, with the exact interval of a Poisson count. Holds at least the confidence asked for.</summary>
/// <remarks>Garwood (1936), Biometrika 28, 437-442.</remarks>
public static class PoissonRate
{
    /// <summary>Events for each <paramref name="per"/> chances.</summary>
    /// <param name="count">Events, 0 or more.</param>
    /// <param name="chances">Known without error, and the n of the rate; 0 is answered with Unmeasured.</param>
    /// <param name="per">E.g. 100.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public static Estimate Of(long count, long chances, double per, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (chances <= 0) return Estimate.Withhold(Withholding.Unmeasured, 0);
        var (tail, unit) = ((1 - confidence) / 2, per / chances);
        return Estimate.Between(count * unit, Math.Sqrt(count) * unit, count == 0 ? 0 : Gamma.InvCDF(count, 1, tail) * unit, Gamma.InvCDF(count + 1, 1, 1 - tail) * unit, chances);
    }
}
