namespace Regard.Statistics;

/// <summary>Permutation tests: units are dealt anew to two groups of the sizes they had.</summary>
/// <remarks>Pitman (1937); p values with the observed deal counted: Phipson and Smyth (2010), SAGMB 9(1), 39.</remarks>
static class Permutations
{
    /// <summary>Works out the statistics of one deal.</summary>
    /// <param name="work">Memory of one thread.</param>
    /// <param name="order">All units; the first group's come first.</param>
    /// <param name="statistics">To be filled.</param>
    /// <returns>False when this deal cannot be estimated.</returns>
    public delegate bool Deal<in TWork>(TWork work, ReadOnlySpan<int> order, Span<double> statistics);

    /// <summary>The statistics of each deal that could be estimated; the same on any number of threads.</summary>
    public static IReadOnlyList<double[]> Run<TWork>(int units, int statistics, int deals, Draws draws, Func<TWork> work, Deal<TWork> estimate, int? threads)
    {
        var results = new double[]?[deals];
        var next = -1;
        void Worker()
        {
            var (mine, order) = (work(), new int[units]);
            for (var at = Interlocked.Increment(ref next); at < deals; at = Interlocked.Increment(ref next))
            {
                for (var i = 0; i < units; i++) order[i] = i;
                var stream = draws.Of(at);
                stream.Shuffle<int>(order);
                var into = new double[statistics];
                if (estimate(mine, order, into)) results[at] = into;
            }
        }
        var count = Math.Clamp(threads ?? Environment.ProcessorCount, 1, deals);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = count }, _ => Worker());
        return [.. results.OfType<double[]>()];
    }
}
