namespace Regard.Statistics;

/// <summary>What differs between two groups.</summary>
/// <param name="A">One group.</param>
/// <param name="B">The other.</param>
/// <param name="Paths">In the order of the model.</param>
/// <param name="Scores">Mean scores, in the order of the model; empty where there are none.</param>
/// <param name="Invariance">In the order of the model.</param>
/// <param name="Permutations">Deals that could be estimated.</param>
/// <param name="Failed">Deals left out.</param>
public sealed record PairComparison(
    string A, string B, IReadOnlyList<PairComparison.Difference> Paths, IReadOnlyList<PairComparison.Difference> Scores,
    IReadOnlyList<PairComparison.Composite> Invariance, int Permutations, int Failed)
{
    /// <summary>A difference between two groups with its permutation test.</summary>
    /// <param name="What">"Quality -> Satisfaction", or the construct of a score.</param>
    /// <param name="InA">In the one group.</param>
    /// <param name="InB">In the other.</param>
    /// <param name="P">Two-sided, over 0 and at most 1; null without permutations.</param>
    /// <param name="PAdjusted">After Holm, over all pairs of groups; null without permutations.</param>
    public sealed record Difference(string What, double InA, double InB, double? P, double? PAdjusted = null)
    {
        /// <summary>The one less the other.</summary>
        public double Value => InA - InB;
    }

    /// <summary>Do both groups mean the same by a construct?</summary>
    /// <param name="Construct">Its name.</param>
    /// <param name="Correlation">Of the two groups' composites over all rows of both; near 1 when the same.</param>
    /// <param name="P">Share of deals in which it is as small; a small p means that they differ. Null for a single item and without permutations.</param>
    public sealed record Composite(string Construct, double Correlation, double? P);

    internal static IReadOnlyList<PairComparison> Adjusted(IReadOnlyList<PairComparison> pairs)
    {
        Difference[] Over(Func<PairComparison, IReadOnlyList<Difference>> of, int i)
        {
            var these = pairs.Select(p => of(p)[i]).ToArray();
            if (these.Any(d => d.P is null)) return these;
            var adjusted = Holm.Adjust([.. these.Select(d => d.P!.Value)]);
            return [.. these.Zip(adjusted, (d, p) => d with { PAdjusted = p })];
        }
        var paths = Enumerable.Range(0, pairs[0].Paths.Count).Select(i => Over(p => p.Paths, i)).ToArray();
        var scores = Enumerable.Range(0, pairs.Min(p => p.Scores.Count)).Select(i => Over(p => p.Scores, i)).ToArray();
        return [.. pairs.Select((p, at) => p with { Paths = [.. paths.Select(d => d[at])], Scores = [.. scores.Select(d => d[at])] })];
    }
}
