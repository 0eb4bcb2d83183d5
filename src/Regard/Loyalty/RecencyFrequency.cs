namespace Regard.Loyalty;

/// <summary>Fifths of all customers who ever bought, by how lately and how often; equal values stay together.</summary>
/// <remarks>Hughes (1994), Strategic Database Marketing.</remarks>
sealed class RecencyFrequency
{
    readonly CustomerFacts[] facts;
    readonly int[] lastCuts, oftenCuts;

    public RecencyFrequency(CustomerFacts[] facts)
    {
        this.facts = facts;
        int[] buyers = [.. Enumerable.Range(0, facts.Length).Where(c => facts[c].Purchases > 0)];
        (lastCuts, oftenCuts) = (Cuts(Array.ConvertAll(buyers, c => facts[c].Last)), Cuts(Array.ConvertAll(buyers, c => facts[c].Purchases)));
    }

    /// <summary>Row and column of five: 5 * (recency - 1) + frequency - 1; -1 for whoever never bought.</summary>
    public int CellOf(int customer) => facts[customer].Purchases == 0 ? -1 : 5 * Fifth(lastCuts, facts[customer].Last) + Fifth(oftenCuts, facts[customer].Purchases);

    static int[] Cuts(int[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? [] : [.. Enumerable.Range(1, 4).Select(k => values[Math.Min(values.Length - 1, k * values.Length / 5)])];
    }

    static int Fifth(int[] cuts, int value)
    {
        var fifth = 0;
        while (fifth < cuts.Length && value >= cuts[fifth]) fifth++;
        return fifth;
    }
}
