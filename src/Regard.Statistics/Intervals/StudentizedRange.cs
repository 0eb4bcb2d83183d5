using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using MathNet.Numerics.RootFinding;

namespace Regard.Statistics;

/// <summary>The range of several normal means over their common standard error, by whose distribution all differences between groups are judged at once.</summary>
/// <remarks>
/// Tukey (1953); the double integral over the largest value and the estimated spread, Copenhaver and Holland (1988), J. Statist. Comput. Simul. 30, 1-15, here by
/// Gauss-Legendre panels and for the upper tail itself, so that small probabilities keep their digits.
/// </remarks>
public static class StudentizedRange
{
    const double Widest = 9;
    // On 0 to 1; few degrees of freedom leave the spread wide and skewed.
    static readonly (double At, double Weight)[] Narrow = [.. Nodes(2)], Wide = [.. Nodes(6)];
    // Largest values with their density and the share below them.
    static readonly (double At, double Weight, double Below)[] Largest = [.. Nodes(2).Select(n => 2 * Widest * n.At - Widest is var z ? (z, 2 * Widest * n.Weight * Normal.PDF(0, 1, z), Normal.CDF(0, 1, z)) : default)];

    /// <summary>Probability that the range of <paramref name="groups"/> means exceeds <paramref name="q"/>.</summary>
    /// <param name="q">0 or more, in standard errors of one mean.</param>
    /// <param name="groups">2 or more.</param>
    /// <param name="freedom">Of the standard error, 1 or more.</param>
    public static double Tail(double q, int groups, double freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        if (!(freedom >= 1)) throw new ArgumentOutOfRangeException(nameof(freedom), freedom, "Degrees of freedom are at least 1.");
        if (!(q > 0)) return 1;
        var half = freedom / 2;
        var constant = Math.Log(2) + half * Math.Log(half) - SpecialFunctions.GammaLn(half);
        // The spread over its true value: nearly 1, within so many of its own errors.
        var (low, high) = (Math.Max(0, 1 - Widest / Math.Sqrt(2 * freedom)), Math.Sqrt((freedom + Widest * Math.Sqrt(2 * freedom) + 80) / freedom));
        Span<double> likely = stackalloc double[Largest.Length];
        for (var i = 0; i < likely.Length; i++) likely[i] = groups * Largest[i].Weight * Math.Pow(Largest[i].Below, groups - 1);
        var tail = 0.0;
        foreach (var (at, weight) in freedom > 10 ? Narrow : Wide)
        {
            var s = low + (high - low) * at;
            tail += (high - low) * weight * Math.Exp(constant + (freedom - 1) * Math.Log(s) - half * s * s) * Wider(q * s, groups, likely);
        }
        return Math.Clamp(tail, 0, 1);
    }

    /// <summary>The range that is exceeded with probability 1 - <paramref name="p"/>.</summary>
    /// <param name="p">Between 0 and 1.</param>
    /// <param name="groups">2 or more.</param>
    /// <param name="freedom">1 or more.</param>
    public static double Quantile(double p, int groups, double freedom)
    {
        if (p is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "Between 0 and 1.");
        // Not under the range of two means, nor over that of all pairs by Bonferroni.
        var (pairs, root) = (groups * (groups - 1) / 2.0, Math.Sqrt(2));
        var low = root * Statistics.Quantile.Student((1 + p) / 2, freedom);
        var high = root * Statistics.Quantile.Student(1 - (1 - p) / 2 / pairs, freedom);
        return Brent.FindRoot(q => Math.Log(Tail(q, groups, freedom) / (1 - p)), 0.999 * low, 1.001 * high, 1e-12, 200);
    }

    // That normal values of known spread range wider than w: the largest is z, so likely, not all others lie within w below it.
    static double Wider(double w, int groups, ReadOnlySpan<double> likely)
    {
        var sum = 0.0;
        for (var i = 0; i < likely.Length; i++)
        {
            if (likely[i] < 1e-18) continue;
            var (z, _, below) = Largest[i];
            var beyond = Math.Min(1, Normal.CDF(0, 1, z - w) / below);
            // 1 - (1 - b)^m without cancellation.
            var (rest, power) = (0.0, 1.0);
            for (var other = 1; other < groups; other++)
            {
                rest += power;
                power *= 1 - beyond;
            }
            sum += likely[i] * beyond * rest;
        }
        return Math.Min(1, sum);
    }

    // Panels of 32 nodes on 0 to 1.
    static IEnumerable<(double At, double Weight)> Nodes(int panels)
    {
        for (var panel = 0; panel < panels; panel++)
        {
            var rule = new GaussLegendreRule((double)panel / panels, (panel + 1.0) / panels, 32);
            for (var i = 0; i < 32; i++) yield return (rule.GetAbscissa(i), rule.GetWeight(i));
        }
    }
}
