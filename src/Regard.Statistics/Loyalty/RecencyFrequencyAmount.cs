namespace Regard.Statistics;

/// <summary>Customers scored by how recently, how often and for how much they bought.</summary>
/// <remarks>
/// Hughes (1994), Strategic Database Marketing. A score is ceil(scores x rank / n), equal values sharing the lowest rank; the last purchase counts from the most recent, so that a high score is always good.
/// </remarks>
public sealed record RecencyFrequencyAmount
{
    RecencyFrequencyAmount(int scores, byte[] recency, byte[] frequency, byte[] amount) => (Scores, Recency, Frequency, Amount) = (scores, recency, frequency, amount);

    /// <summary>Highest score.</summary>
    public int Scores { get; }

    /// <summary>Score of each customer's last purchase, 1 to <see cref="Scores"/>: the highest bought last.</summary>
    public IReadOnlyList<byte> Recency { get; }

    /// <summary>Score of each customer's number of purchases.</summary>
    public IReadOnlyList<byte> Frequency { get; }

    /// <summary>Score of each customer's amount.</summary>
    public IReadOnlyList<byte> Amount { get; }

    /// <summary>Scores customers.</summary>
    /// <param name="daysSince">Days since each one's last purchase.</param>
    /// <param name="purchases">Purchases of each.</param>
    /// <param name="amounts">Amount of each, all purchases together or their mean.</param>
    /// <param name="scores">2 to 100.</param>
    /// <exception cref="DataRefused">No customer, uneven columns, or something that is no number.</exception>
    public static RecencyFrequencyAmount Of(IReadOnlyList<double> daysSince, IReadOnlyList<double> purchases, IReadOnlyList<double> amounts, int scores = 5)
    {
        if (scores is < 2 or > 100) throw new ArgumentOutOfRangeException(nameof(scores), scores, "2 to 100 scores.");
        if (daysSince.Count == 0) throw new DataRefused(DataFault.Empty, "There is no customer.");
        if (purchases.Count != daysSince.Count || amounts.Count != daysSince.Count) throw new DataRefused(DataFault.BadSpecification, "The columns of the customers are not of one length.");
        if (daysSince.Concat(purchases).Concat(amounts).Any(v => !double.IsFinite(v))) throw new DataRefused(DataFault.NotANumber, "A customer has something that is not a number.");
        var recency = Scored(daysSince, scores);
        for (var i = 0; i < recency.Length; i++) recency[i] = (byte)(scores + 1 - recency[i]);
        return new(scores, recency, Scored(purchases, scores), Scored(amounts, scores));
    }

    static byte[] Scored(IReadOnlyList<double> values, int scores)
    {
        var (sorted, places, scored) = (values.ToArray(), Enumerable.Range(0, values.Count).ToArray(), new byte[values.Count]);
        Array.Sort(sorted, places);
        for (int i = 0, rank = 1; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i] != sorted[i - 1]) rank = i + 1;
            scored[places[i]] = (byte)(((long)scores * rank + sorted.Length - 1) / sorted.Length);
        }
        return scored;
    }
}
