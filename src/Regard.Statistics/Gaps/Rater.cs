namespace Regard.Statistics;

/// <summary>The RATER index: a weighted mean of dimension scores, with the error of both scores and weights.</summary>
/// <param name="Index">In the unit of the means, 0 to 100 for scores.</param>
/// <param name="Dimensions">The plain mean of each dimension's items, in the order given.</param>
/// <param name="Weights">Shares that add up to 1; null when the index is withheld because a weight is unmeasured.</param>
/// <remarks>Dimensions: Parasuraman, Zeithaml and Berry (1988), Journal of Retailing 64, 12-40.</remarks>
public sealed record Rater(Estimate Index, IReadOnlyList<Estimate> Dimensions, IReadOnlyList<double>? Weights)
{
    /// <summary>Weights fixed by the user: linear in the means.</summary>
    /// <param name="means">Scores of all slots.</param>
    /// <param name="dimensions">The slots of each dimension.</param>
    /// <param name="weights">One a dimension, none negative, not all 0; brought to a sum of 1.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="ArgumentException">A dimension has no slot, or the weights do not fit.</exception>
    public static Rater Fixed(SlotMeans means, IReadOnlyList<IReadOnlyList<int>> dimensions, IReadOnlyList<double> weights, double confidence = 0.95)
    {
        if (weights.Count != dimensions.Count || weights.Any(w => !(double.IsFinite(w) && w >= 0)) || !(weights.Sum() > 0))
            throw new ArgumentException("One weight a dimension, none negative, not all 0.", nameof(weights));
        var shares = weights.Select(w => w / weights.Sum()).ToArray();
        return new(means.Linear(Spread(means.Slots, dimensions, shares), confidence), Means(means, dimensions, confidence), shares);
    }

    /// <summary>Weights in proportion to the mean stated importance of each dimension: a ratio, error by the delta method.</summary>
    /// <param name="means">Scores of the rated slots; importance slots read as given (points, or the answer itself).</param>
    /// <param name="dimensions">The slots of each dimension.</param>
    /// <param name="importance">The slot of each dimension's importance, e.g. its part of 100 points.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="ArgumentException">A dimension has no slot, or there is not one importance slot a dimension.</exception>
    public static Rater ByImportance(SlotMeans means, IReadOnlyList<IReadOnlyList<int>> dimensions, IReadOnlyList<int> importance, double confidence = 0.95)
    {
        if (importance.Count != dimensions.Count) throw new ArgumentException("One importance slot a dimension.", nameof(importance));
        var scores = Means(means, dimensions, confidence);
        var sum = new double[means.Slots];
        foreach (var slot in importance) sum[slot]++;
        var total = means.Linear(sum, confidence);
        if (total is { Withheld: false, Lower: <= 0 }) total = Estimate.Withhold(Withholding.DenominatorNearZero, total.N, total.EffectiveN);
        if (total.Withheld) return new(total, scores, null);
        double[]? shares = null;
        var index = means.Smooth([.. dimensions.SelectMany(d => d).Concat(importance).Distinct()], all =>
        {
            var levels = dimensions.Select(d => d.Average(j => all[j])).ToArray();
            shares = [.. importance.Select(slot => all[slot] / total.Value.Value)];
            var value = shares.Zip(levels, (w, d) => w * d).Sum();
            var gradient = Spread(means.Slots, dimensions, shares);
            for (var d = 0; d < levels.Length; d++) gradient[importance[d]] += (levels[d] - value) / total.Value.Value;
            return (value, gradient);
        }, confidence);
        return new(index, scores, shares ?? [.. importance.Select(slot => means.Mean(slot).Value!.Value / total.Value.Value)]);
    }

    static Estimate[] Means(SlotMeans means, IReadOnlyList<IReadOnlyList<int>> dimensions, double confidence)
    {
        if (dimensions.Count == 0 || dimensions.Any(d => d.Count == 0)) throw new ArgumentException("Each dimension has at least one slot.", nameof(dimensions));
        return [.. dimensions.Select(d => means.MeanOf(d, confidence))];
    }

    static double[] Spread(int slots, IReadOnlyList<IReadOnlyList<int>> dimensions, IReadOnlyList<double> shares)
    {
        var coefficients = new double[slots];
        for (var d = 0; d < dimensions.Count; d++)
            foreach (var slot in dimensions[d]) coefficients[slot] += shares[d] / dimensions[d].Count;
        return coefficients;
    }
}
