namespace Regard.Statistics;

/// <summary>Standard normal numbers from a seed.</summary>
/// <remarks>Polar method: Marsaglia and Bray (1964), SIAM Review 6, 260-264.</remarks>
sealed class NormalDraws(int seed)
{
    readonly Random random = new(seed);
    double? spare;

    public double Uniform() => random.NextDouble();

    public double Next()
    {
        if (spare is { } kept)
        {
            spare = null;
            return kept;
        }
        double u, v, s;
        do
        {
            u = 2 * random.NextDouble() - 1;
            v = 2 * random.NextDouble() - 1;
            s = u * u + v * v;
        }
        while (s is >= 1 or 0);
        var scale = Math.Sqrt(-2 * Math.Log(s) / s);
        spare = v * scale;
        return u * scale;
    }
}
