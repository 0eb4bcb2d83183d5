using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>In which cell of recency and frequency each customer stands, by fifths of all who ever bought.</summary>
sealed class RecencyFrequency
{
    readonly sbyte[] cells;

    public RecencyFrequency(CustomerFacts[] facts, int asOf)
    {
        cells = new sbyte[facts.Length];
        Array.Fill(cells, (sbyte)-1);
        int[] buyers = [.. Enumerable.Range(0, facts.Length).Where(c => facts[c].Purchases > 0)];
        if (buyers.Length == 0) return;
        var scores = RecencyFrequencyAmount.Of([.. buyers.Select(c => (double)(asOf - facts[c].Last))], [.. buyers.Select(c => (double)facts[c].Purchases)], [.. buyers.Select(c => (double)facts[c].Spent)]);
        for (var i = 0; i < buyers.Length; i++) cells[buyers[i]] = (sbyte)(5 * (scores.Recency[i] - 1) + scores.Frequency[i] - 1);
    }

    /// <summary>5 * (recency - 1) + frequency - 1; -1 for whoever never bought.</summary>
    public int CellOf(int customer) => cells[customer];
}
