namespace Regard.Statistics;

/// <summary>Columns parted from the column of their weights, without the rows of weight 0.</summary>
/// <param name="Columns">Without the weights.</param>
/// <param name="Weights">One a row, over 0; null for 1.</param>
sealed record WeightedRows(Observations Columns, double[]? Weights)
{
    public int N => Columns.Rows;

    public double EffectiveN => Weights is { } w ? w.Sum() * w.Sum() / w.Sum(x => x * x) : N;

    public static WeightedRows Of(Observations data, string? weight)
    {
        if (weight is null) return new(data, null);
        var weights = data[weight].ToArray();
        var columns = data.Select([.. data.Names.Where(n => n != weight)]);
        for (var i = 0; i < weights.Length; i++)
        {
            if (double.IsNaN(weights[i])) throw new DataRefused(DataFault.Missing, $"The column {weight} has missing values.", weight);
            if (weights[i] < 0) throw new DataRefused(DataFault.BadWeights, $"{weight} has the weight {weights[i]}: it is not negative.", weight);
        }
        var kept = Enumerable.Range(0, weights.Length).Where(i => weights[i] > 0).ToArray();
        if (kept.Length == 0) throw new DataRefused(DataFault.BadWeights, $"All weights in {weight} are 0.", weight);
        return kept.Length == weights.Length ? new(columns, weights) : new(columns.Take(kept), [.. kept.Select(i => weights[i])]);
    }
}
