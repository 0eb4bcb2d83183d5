using System.Runtime.InteropServices;

namespace Regard.Statistics;

/// <summary>Equal histories once, with how often they come: the likelihood of 1,000,000 customers needs a tenth of its terms.</summary>
sealed class HistoryGroups
{
    HistoryGroups(int[] repeats, int[] recency, int[] age, double[] weights, int[] groupOf, double total) =>
        (Repeats, RecencyDays, AgeDays, Weights, GroupOf, Total) = (repeats, recency, age, weights, groupOf, total);

    public int[] Repeats { get; }
    public int[] RecencyDays { get; }
    public int[] AgeDays { get; }
    /// <summary>Customers of each group, or the sum of their weights.</summary>
    public double[] Weights { get; }
    /// <summary>The group of each customer.</summary>
    public int[] GroupOf { get; }
    /// <summary>Sum of the weights.</summary>
    public double Total { get; }
    public int Count => Repeats.Length;

    public static HistoryGroups Of(PurchaseHistories histories)
    {
        ReadOnlySpan<int> x = histories.Repeats, recency = histories.RecencyDays, age = histories.AgeDays;
        var given = histories.Weights;
        var groupOf = new int[x.Length];
        var (keys, weights) = (new List<ulong>(), new List<double>());
        var slots = new int[1 << 12];
        var (mask, total) = (slots.Length - 1, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var key = ((ulong)x[i] << 42) | ((ulong)recency[i] << 21) | (uint)age[i];
            var at = (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;
            // A slot holds its group's index and 1; 0 is empty.
            while (slots[at] is > 0 and var taken && keys[taken - 1] != key) at = (at + 1) & mask;
            if (slots[at] == 0)
            {
                keys.Add(key);
                weights.Add(0);
                slots[at] = keys.Count;
            }
            var group = slots[at] - 1;
            var weight = given.IsEmpty ? 1 : given[i];
            (groupOf[i], total) = (group, total + weight);
            CollectionsMarshal.AsSpan(weights)[group] += weight;
            if (2 * keys.Count > slots.Length) (slots, mask) = Doubled(keys, 4 * slots.Length);
        }
        const ulong Low = PurchaseHistories.Most;
        return new([.. keys.Select(k => (int)(k >> 42))], [.. keys.Select(k => (int)((k >> 21) & Low))], [.. keys.Select(k => (int)(k & Low))], [.. weights], groupOf, total);
    }

    static (int[] Slots, int Mask) Doubled(List<ulong> keys, int size)
    {
        var (slots, mask) = (new int[size], size - 1);
        for (var group = 0; group < keys.Count; group++)
        {
            var at = (int)((keys[group] * 0x9E3779B97F4A7C15) >> 32) & mask;
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = group + 1;
        }
        return (slots, mask);
    }
}
