namespace Regard.Statistics;

/// <summary>Stated satisfaction crossed with behaviour: two things that are never merged into one number.</summary>
/// <param name="Cells">All four types, in their order.</param>
/// <param name="Association">Phi of satisfied and staying, -1 to 1; null when all customers are of one kind in either.</param>
/// <param name="N">Customers with both.</param>
/// <param name="Incomplete">Customers with one only, left out.</param>
public sealed record LoyaltyMatrix(IReadOnlyList<LoyaltyCell> Cells, double? Association, int N, int Incomplete)
{
    /// <summary>A type's share.</summary>
    public LoyaltyCell this[LoyaltyType type] => Cells[(int)type];

    /// <summary>Sorts customers.</summary>
    /// <param name="data">A row a customer; missing values are left out and counted.</param>
    /// <param name="satisfaction">Column of stated satisfaction.</param>
    /// <param name="behaviour">Column of behaviour.</param>
    /// <param name="thresholds">From where on, given by the caller.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">A threshold is no number, a column is not there, or under two rows have both.</exception>
    public static LoyaltyMatrix Of(Observations data, string satisfaction, string behaviour, LoyaltyThresholds thresholds, double confidence = 0.95)
    {
        if (!double.IsFinite(thresholds.Satisfied) || !double.IsFinite(thresholds.Staying)) throw new DataRefused(DataFault.BadSpecification, "Say from where on a customer counts as satisfied and as staying.");
        var rows = data.Select(satisfaction, behaviour).Complete();
        if (rows.Rows < 2) throw new DataRefused(DataFault.TooFewRows, $"{rows.Rows} customers with both {satisfaction} and {behaviour} are too few: at least 2 are needed.", satisfaction, behaviour);
        var counts = new int[4];
        for (var i = 0; i < rows.Rows; i++) counts[(int)thresholds.Of(rows[0][i], rows[1][i])]++;
        double loyal = counts[0], hostage = counts[1], mercenary = counts[2], gone = counts[3];
        var spread = (loyal + mercenary) * (hostage + gone) * (loyal + hostage) * (mercenary + gone);
        return new([.. counts.Select((c, type) => new LoyaltyCell((LoyaltyType)type, c, Wilson.Share(c, rows.Rows, confidence)))],
            spread > 0 ? (loyal * gone - hostage * mercenary) / Math.Sqrt(spread) : null, rows.Rows, data.Rows - rows.Rows);
    }
}
