namespace Regard.Statistics;

static class ChiSquareDraw
{
    /// <summary>A chi-square number; half of it is a gamma number of half the shape.</summary>
    /// <param name="stream">Chance.</param>
    /// <param name="freedom">Over 0, need not be whole.</param>
    /// <remarks>Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26, 363-372.</remarks>
    public static double Next(ref DrawStream stream, double freedom)
    {
        var (shape, boost) = (freedom / 2, 1.0);
        if (shape < 1)
        {
            boost = Math.Pow(1 - stream.Uniform(), 1 / shape);
            shape++;
        }
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = stream.Normal();
            var v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - stream.Uniform()) < 0.5 * x * x + d - d * v + d * Math.Log(v)) return 2 * boost * d * v;
        }
    }
}
