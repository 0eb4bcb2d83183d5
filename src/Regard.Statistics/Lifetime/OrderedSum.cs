namespace Regard.Statistics;

/// <summary>Adds up what blocks of rows contribute, always in the same order, so that the sum does not depend on the number of threads.</summary>
static class OrderedSum
{
    const int Block = 4096;

    /// <param name="rows">Rows in all.</param>
    /// <param name="sums">Added to.</param>
    /// <param name="threads">At most; null for as many as there are processors.</param>
    /// <param name="block">Adds the rows from..below to its own sums.</param>
    public static void Add(int rows, Span<double> sums, int? threads, Action<int, int, double[]> block)
    {
        var blocks = (rows + Block - 1) / Block;
        var parts = new double[blocks][];
        var width = sums.Length;
        void One(int at)
        {
            parts[at] = new double[width];
            block(at * Block, Math.Min(rows, (at + 1) * Block), parts[at]);
        }
        if (blocks < 2 || threads == 1)
            for (var at = 0; at < blocks; at++) One(at);
        else Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads ?? -1 }, One);
        foreach (var part in parts)
            for (var j = 0; j < width; j++) sums[j] += part[j];
    }
}
