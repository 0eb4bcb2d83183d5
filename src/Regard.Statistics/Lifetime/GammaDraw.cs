namespace Regard.Statistics;

static class GammaDraw
{
    /// <summary>A gamma number of scale 1.</summary>
    public static double Next(ref DrawStream stream, double shape) => ChiSquareDraw.Next(ref stream, 2 * shape) / 2;

    /// <summary>A beta number; parameters far under 1 may give exactly 0 or 1.</summary>
    public static double Beta(ref DrawStream stream, double a, double b)
    {
        var (one, other) = (Next(ref stream, a), Next(ref stream, b));
        // Both may vanish when both parameters are tiny: then the number lies at one of the ends.
        return one + other > 0 ? one / (one + other) : stream.Uniform() < a / (a + b) ? 1 : 0;
    }
}
