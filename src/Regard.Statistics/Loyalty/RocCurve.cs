namespace Regard.Statistics;

/// <summary>How well scores tell those who did from those who did not.</summary>
/// <remarks>
/// Area: Mann and Whitney (1947), ties half; error DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845, by ranks (Sun and Xu 2014, IEEE Signal
/// Processing Letters 21, 1389-1393).
/// </remarks>
public sealed record RocCurve
{
    /// <summary>Probability that one who did scores higher than one who did not; 0.5 is chance. Normal interval, cut at 0 and 1.</summary>
    public required Estimate Auc { get; init; }

    /// <summary>Largest distance between the two distributions of scores, 0 to 1 (Kolmogorov and Smirnov).</summary>
    public required double KolmogorovSmirnov { get; init; }

    /// <summary>Gini's 2 AUC - 1.</summary>
    public double Gini => 2 * Auc.Value!.Value - 1;

    /// <summary>Rows that did.</summary>
    public required int Positives { get; init; }

    /// <summary>Rows that did not.</summary>
    public required int Negatives { get; init; }

    /// <summary>Of each who did, the share of the others that score lower; then of each who did not, the share of those who did that score higher.</summary>
    internal double[] Above { get; }

    internal double[] Below { get; }

    RocCurve(double[] above, double[] below) => (Above, Below) = (above, below);

    /// <summary>Reads scores.</summary>
    /// <param name="scores">Any numbers, the higher the more likely.</param>
    /// <param name="outcomes">True for those who did.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">Uneven lists, a score that is no number, or fewer than two rows of either outcome.</exception>
    public static RocCurve Of(IReadOnlyList<double> scores, IReadOnlyList<bool> outcomes, double confidence = 0.95)
    {
        if (scores.Count != outcomes.Count) throw new DataRefused(DataFault.BadSpecification, $"{scores.Count} scores need {scores.Count} outcomes, not {outcomes.Count}.");
        if (scores.FirstOrDefault(s => !double.IsFinite(s), 0) is not 0) throw new DataRefused(DataFault.NotANumber, "A score is not a number.");
        var positives = outcomes.Count(o => o);
        var negatives = outcomes.Count - positives;
        if (positives < 2 || negatives < 2) throw new DataRefused(DataFault.TooFewRows, $"{positives} rows that did and {negatives} that did not are too few: at least 2 of each are needed.");
        var order = Enumerable.Range(0, scores.Count).ToArray();
        Array.Sort(scores.ToArray(), order);
        var (above, below) = (new List<double>(positives), new List<double>(negatives));
        double did = 0, others = 0, distance = 0;
        var place = new double[scores.Count];
        for (var at = 0; at < order.Length;)
        {
            var end = at;
            double here = 0, there = 0;
            for (; end < order.Length && scores[order[end]] == scores[order[at]]; end++)
                if (outcomes[order[end]]) here++; else there++;
            for (; at < end; at++) place[order[at]] = outcomes[order[at]] ? (others + there / 2) / negatives : 1 - (did + here / 2) / positives;
            (did, others) = (did + here, others + there);
            distance = Math.Max(distance, Math.Abs(did / positives - others / negatives));
        }
        // In the order of the rows, so that two models' shares stand side by side.
        for (var i = 0; i < place.Length; i++) (outcomes[i] ? above : below).Add(place[i]);
        var area = above.Average();
        var error = Math.Sqrt(Variance(above, above) / positives + Variance(below, below) / negatives);
        var reach = Quantile.Normal(0.5 + confidence / 2) * error;
        return new([.. above], [.. below])
        {
            Auc = Estimate.Between(area, error, Math.Max(0, Math.Min(area, area - reach)), Math.Min(1, Math.Max(area, area + reach)), scores.Count, confidence: confidence),
            KolmogorovSmirnov = distance, Positives = positives, Negatives = negatives,
        };
    }

    internal static double Variance(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        double meanA = a.Average(), meanB = b.Average(), sum = 0;
        for (var i = 0; i < a.Count; i++) sum += (a[i] - meanA) * (b[i] - meanB);
        return sum / (a.Count - 1);
    }
}
