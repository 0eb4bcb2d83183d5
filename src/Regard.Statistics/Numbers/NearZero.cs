namespace Regard.Statistics;

/// <summary>Functions that lose their digits near 0 when written plainly.</summary>
/// <remarks>Kahan's compensation: Higham (2002), Accuracy and Stability of Numerical Algorithms, section 1.14.1.</remarks>
static class NearZero
{
    /// <summary>ln(1 + x).</summary>
    public static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>exp(x) - 1.</summary>
    public static double ExpM1(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : u - 1 == -1 ? -1 : double.IsInfinity(u) ? u : (u - 1) * (x / Math.Log(u));
    }
}
