namespace Regard.Statistics;

/// <summary>Signals of a series of deviations in sigmas.</summary>
/// <remarks>Nelson (1984), Journal of Quality Technology 16, 237-239.</remarks>
static class ChartRules
{
    /// <param name="z">Deviation from the centre over sigma.</param>
    /// <param name="only">True for limits alone.</param>
    public static List<ChartRule>[] Of(IReadOnlyList<double> z, bool only)
    {
        var signals = z.Select(_ => new List<ChartRule>()).ToArray();
        for (var i = 0; i < z.Count; i++)
        {
            // Rounding does not make a point on its limit cross it.
            if (Math.Abs(z[i]) > 3 + 1e-9) signals[i].Add(ChartRule.BeyondLimits);
            if (only) continue;
            bool Run(int length, Func<int, bool> holds) => i + 1 >= length && Enumerable.Range(i - length + 1, length).All(holds);
            int Beyond(int length, double sigmas, int sign) => i + 1 < length ? 0 : Enumerable.Range(i - length + 1, length).Count(j => sign * z[j] > sigmas);
            if (Run(9, j => z[j] > 0) || Run(9, j => z[j] < 0)) signals[i].Add(ChartRule.NineOnOneSide);
            if (i >= 5 && (Enumerable.Range(i - 4, 5).All(j => z[j] > z[j - 1]) || Enumerable.Range(i - 4, 5).All(j => z[j] < z[j - 1]))) signals[i].Add(ChartRule.SixRisingOrFalling);
            foreach (var sign in (int[])[1, -1])
            {
                if (sign * z[i] > 2 && Beyond(3, 2, sign) >= 2) signals[i].Add(ChartRule.TwoOfThreeBeyondTwoSigma);
                if (sign * z[i] > 1 && Beyond(5, 1, sign) >= 4) signals[i].Add(ChartRule.FourOfFiveBeyondOneSigma);
            }
        }
        return signals;
    }
}
