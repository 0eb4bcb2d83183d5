namespace Regard.Statistics;

/// <summary>Control of the family-wise error: the chance that any difference is called real in error.</summary>
/// <remarks>Holm (1979), Scandinavian Journal of Statistics 6, 65-70.</remarks>
public static class Holm
{
    /// <summary>Adjusted p values, in the order given.</summary>
    /// <param name="pValues">Each 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p value is not between 0 and 1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        var order = PValues.Ascending(pValues);
        var (adjusted, most) = (new double[order.Length], 0.0);
        for (var i = 0; i < order.Length; i++)
        {
            most = Math.Max(most, Math.Min(1, pValues[order[i]] * (order.Length - i)));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }

    /// <summary>Which differences may be called real at this level, in the order given.</summary>
    /// <param name="pValues">Each 0 to 1.</param>
    /// <param name="level">Between 0 and 1, e.g. 0.05.</param>
    public static IReadOnlyList<bool> Decide(IReadOnlyList<double> pValues, double level = 0.05) => [.. Adjust(pValues).Select(p => p <= level)];
}
