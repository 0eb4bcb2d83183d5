namespace Regard.Loyalty;

/// <summary>How much of all value few customers bring.</summary>
sealed record Concentration(IReadOnlyList<double> Curve, double? TopFifth, double? Gini, double? Lower, double? Upper)
{
    /// <param name="worths">Each over 0.</param>
    public static Concentration Of(double[] worths)
    {
        if (worths.Length < 2) return new([], null, null, null, null);
        var sorted = worths.OrderDescending().ToArray();
        var total = sorted.Sum();
        var sums = new double[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) sums[i + 1] = sums[i] + sorted[i];
        return new([.. Enumerable.Range(0, 101).Select(p => sums[(int)Math.Ceiling(p / 100.0 * sorted.Length)] / total)], sums[(int)Math.Ceiling(0.2 * sorted.Length)] / total, null, null, null);
    }
}
