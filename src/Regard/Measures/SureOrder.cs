using Regard.Statistics;
namespace Regard.Measures;

/// <summary>What of an order can be told. Pure.</summary>
static class SureOrder
{
    /// <summary>Which tests hold after control of the false discovery rate over all of them.</summary>
    public static IReadOnlyList<bool> Sure(IReadOnlyList<WelchTest> tests)
    {
        var adjusted = new Queue<double>(BenjaminiHochberg.Adjust([.. tests.Select(t => t.PValue).OfType<double>()]));
        return [.. tests.Select(t => t.PValue is not null && adjusted.Dequeue() <= WaveChange.FalseDiscoveryRate)];
    }

    /// <summary>Pairs that some surely put one way and others surely the other way.</summary>
    /// <param name="ours">Of each pair the first less the second, by the same respondents.</param>
    public static IReadOnlyList<Reversal> Reversals(IReadOnlyList<(string One, string Other)> pairs, IReadOnlyList<Estimate> ours, IReadOnlyList<Estimate> theirs)
    {
        List<WelchTest> one = [.. ours.Select(Against)], other = [.. theirs.Select(Against)];
        var (oneSure, otherSure) = (Sure(one), Sure(other));
        return [.. from i in Enumerable.Range(0, pairs.Count)
                   where oneSure[i] && otherSure[i] && Math.Sign(one[i].Difference.Value!.Value) != Math.Sign(other[i].Difference.Value!.Value)
                   select one[i].Difference.Value > 0 ? new Reversal(pairs[i].One, pairs[i].Other) : new Reversal(pairs[i].Other, pairs[i].One)];
    }

    /// <summary>1 is the highest; null where the number is not shown.</summary>
    public static IReadOnlyList<int?> Ranks(IReadOnlyList<Figure> figures) =>
        [.. figures.Select(f => f.Given ? 1 + figures.Count(other => other.Given && other.Value > f.Value) : (int?)null)];

    static WelchTest Against(Estimate difference) => WelchTest.Of(difference, Estimate.Of(0, 0, null, Math.Max(1, difference.N)));
}
