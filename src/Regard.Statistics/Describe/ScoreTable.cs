namespace Regard.Statistics;

/// <summary>Scores of items, of all items together, and of units with honest ranks, from rows of ratings.</summary>
/// <param name="Items">One an item, in the order given.</param>
/// <param name="Overall">Mean of the items' scores, 0 to 100.</param>
/// <param name="N">Rows with any answer.</param>
/// <param name="EffectiveN">Kish's effective n of those rows.</param>
/// <param name="Units">One a unit, by name; empty when there are no labels.</param>
public sealed record ScoreTable(
    IReadOnlyList<ScoreTable.Item> Items, Estimate Overall, long N, double EffectiveN, IReadOnlyList<ScoreTable.Unit> Units)
{
    /// <summary>One item.</summary>
    /// <param name="Name">As given.</param>
    /// <param name="Mean">Mean answer, on the answer scale as it was asked; null when the score is withheld.</param>
    /// <param name="Score">0 to 100, higher is better.</param>
    /// <param name="TopBox">Share in the best answers, 0 to 1, Wilson interval.</param>
    public sealed record Item(string Name, double? Mean, Estimate Score, Estimate TopBox);

    /// <summary>One unit.</summary>
    /// <param name="Name">Its label.</param>
    /// <param name="Score">Mean of the items' scores, as measured (not shrunken).</param>
    /// <param name="Standing">Shrunken score, rank with interval, probability of the bottom quarter.</param>
    public sealed record Unit(string Name, Estimate Score, ShrunkenUnit Standing);

    /// <summary>Computes the table.</summary>
    /// <param name="ratings">The rows and what is known of them.</param>
    /// <param name="options">How to compute; null for the defaults.</param>
    /// <exception cref="ArgumentException">Labels, weights or rows do not fit each other, or a rating lies outside the scale.</exception>
    public static ScoreTable Of(ScoreRatings ratings, ScoreOptions? options = null)
    {
        options ??= new();
        ratings.Check();
        var all = Enumerable.Range(0, ratings.Rows.Count).ToArray();
        var scores = ratings.Means(all);
        var items = ratings.Items.Select((name, j) => Row(ratings, options, scores, name, j)).ToArray();
        var answered = all.Where(i => ratings.Rows[i].Any(x => x is not null)).ToArray();
        double weight = answered.Sum(ratings.Weight), squares = answered.Sum(i => ratings.Weight(i) * ratings.Weight(i));
        return new(
            items, Mean(scores, options), answered.Length, answered.Length == 0 ? 0 : weight * weight / squares, UnitsOf(ratings, options));
    }

    static Item Row(ScoreRatings ratings, ScoreOptions options, SlotMeans scores, string name, int j)
    {
        var score = scores.Mean(j, options.Confidence).WithholdUnder(options.Minimum);
        var (span, turned) = (ratings.To - ratings.From, ratings.Reversed?.Contains(j) == true);
        double? mean = score.Value is { } s ? ratings.From + span * (turned ? 100 - s : s) / 100 : null;
        bool Top(double x) => turned ? x < ratings.From + options.TopBoxes : x > ratings.To - options.TopBoxes;
        var share = ratings.Share(j, Top, options.Confidence).WithholdUnder(options.Minimum);
        return new(name, mean, score, share);
    }

    static Unit[] UnitsOf(ScoreRatings ratings, ScoreOptions options)
    {
        if (ratings.Units is null) return [];
        var groups = Enumerable.Range(0, ratings.Rows.Count).GroupBy(i => ratings.Units[i]).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var scores = groups.Select(g => Mean(ratings.Means([.. g]), options)).ToArray();
        var standing = Shrinkage.Fit(scores, options.Seed, options.Draws, options.Confidence).Units;
        return [.. groups.Select((g, u) => new Unit(g.Key, scores[u], standing[u]))];
    }

    static Estimate Mean(SlotMeans scores, ScoreOptions options) =>
        scores.MeanOf([.. Enumerable.Range(0, scores.Slots)], options.Confidence).WithholdUnder(options.Minimum);
}
