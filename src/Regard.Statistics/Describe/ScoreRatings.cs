namespace Regard.Statistics;

/// <summary>Ratings in rows, with what is known of how they were sampled.</summary>
/// <param name="Items">Names of the items.</param>
/// <param name="Rows">One a respondent, one rating an item; null is missing.</param>
/// <param name="From">Lowest answer of the scale.</param>
/// <param name="To">Highest answer of the scale.</param>
public sealed record ScoreRatings(IReadOnlyList<string> Items, IReadOnlyList<IReadOnlyList<double?>> Rows, double From, double To)
{
    /// <summary>Indices of items where a high answer is bad; null for none.</summary>
    public IReadOnlyCollection<int>? Reversed { get; init; }

    /// <summary>Unit of each row; null for no units.</summary>
    public IReadOnlyList<string>? Units { get; init; }

    /// <summary>Weight of each row, over 0; null for 1.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>Stratum of each row; null for one.</summary>
    public IReadOnlyList<string>? Strata { get; init; }

    /// <summary>Cluster of each row within its stratum; null when rows were drawn one by one.</summary>
    public IReadOnlyList<string>? Clusters { get; init; }

    /// <summary>Clusters (without clusters: people) in the population of each row's stratum; null for endless ones.</summary>
    public IReadOnlyList<double>? Populations { get; init; }

    internal double Weight(int row) => Weights?[row] ?? 1;

    internal void Check()
    {
        if (Items.Count == 0) throw new ArgumentException("At least one item.");
        if (!(double.IsFinite(From) && double.IsFinite(To) && From < To)) throw new ArgumentException($"The scale's lowest answer {From} is not under its highest {To}.");
        foreach (var labels in new[] { Units?.Count, Weights?.Count, Strata?.Count, Clusters?.Count, Populations?.Count })
            if (labels is { } count && count != Rows.Count) throw new ArgumentException($"{Rows.Count} rows need {Rows.Count} labels or weights, not {count}.");
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Count != Items.Count) throw new ArgumentException($"Row {i + 1} has {Rows[i].Count} ratings for {Items.Count} items.");
            for (var j = 0; j < Items.Count; j++)
                if (Rows[i][j] is { } x && !(x >= From && x <= To)) throw new ArgumentException($"Row {i + 1}, {Items[j]}: {x} is outside {From} to {To}.");
        }
    }

    internal SlotMeans Means(int[] rows) => DesignMeans.Of(
        [.. Enumerable.Range(0, Items.Count).Select(j => (double?[])[.. rows.Select(i => Score(j, Rows[i][j]))])],
        Weights is null ? null : [.. rows.Select(i => Weights[i])],
        Strata is null ? null : [.. rows.Select(i => Strata[i])],
        Clusters is null ? null : [.. rows.Select(i => Clusters[i])],
        Populations is null ? null : [.. rows.Select(i => Populations[i])]);

    internal Estimate Share(int item, Func<double, bool> counts, double confidence)
    {
        var hits = DesignMeans.Of([[.. Rows.Select(r => r[item] is { } x ? counts(x) ? 1 : 0 : (double?)null)]], Weights, Strata, Clusters, Populations);
        if (hits.N(0) == 0) return Estimate.Withhold(Withholding.Unmeasured, 0);
        var n = hits.N(0);
        var share = hits.Value(0);
        // Without a design the binomial error, as for any other share: no n / (n - 1).
        var se = Math.Sqrt(hits.Covariance(0, 0) * (Strata is null && Clusters is null && n > 1 ? (n - 1.0) / n : 1));
        return Wilson.Share(share, se, n, hits.EffectiveN(0), confidence);
    }

    double? Score(int item, double? rating) =>
        rating is { } x ? 100 * (Reversed?.Contains(item) == true ? To - x : x - From) / (To - From) : null;
}
