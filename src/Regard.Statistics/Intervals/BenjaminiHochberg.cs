namespace Regard.Statistics;

/// <summary>Control of the false discovery rate: of the differences called real, at most the given share is expected not to be.</summary>
/// <remarks>Benjamini and Hochberg (1995), JRSS B 57, 289-300.</remarks>
public static class BenjaminiHochberg
{
    /// <summary>Adjusted p values, in the order given; each is the lowest rate at which it would be called real.</summary>
    /// <param name="pValues">Each 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p value is not between 0 and 1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        var order = PValues.Ascending(pValues);
        var (adjusted, least) = (new double[order.Length], 1.0);
        for (var i = order.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, pValues[order[i]] * order.Length / (i + 1));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    /// <summary>Which differences may be called real at this false discovery rate, in the order given.</summary>
    /// <param name="pValues">Each 0 to 1.</param>
    /// <param name="rate">Between 0 and 1, e.g. 0.05.</param>
    public static IReadOnlyList<bool> Decide(IReadOnlyList<double> pValues, double rate = 0.05) => [.. Adjust(pValues).Select(p => p <= rate)];
}
