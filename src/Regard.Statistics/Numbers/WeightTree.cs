namespace Regard.Statistics;

/// <summary>Weights at ranks, with running sums in logarithmic time.</summary>
/// <remarks>Fenwick (1994), Software: Practice and Experience 24, 327-336.</remarks>
sealed class WeightTree(int ranks)
{
    readonly double[] tree = new double[ranks + 1];

    public double Total { get; private set; }

    public void Add(int rank, double weight)
    {
        Total += weight;
        for (var at = rank + 1; at < tree.Length; at += at & -at) tree[at] += weight;
    }

    /// <summary>Sum over the ranks under this one.</summary>
    public double Below(int rank)
    {
        var sum = 0.0;
        for (var at = rank; at > 0; at -= at & -at) sum += tree[at];
        return sum;
    }
}
