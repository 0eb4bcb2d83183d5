namespace Regard.Statistics;

/// <summary>Works out the statistics of one resample.</summary>
/// <param name="work">Memory of one thread, used again for the next resample.</param>
/// <param name="rows">The rows drawn, with repetition.</param>
/// <param name="statistics">To be filled.</param>
/// <returns>False when this resample cannot be estimated (a constant column, no convergence); it is counted and left out.</returns>
public delegate bool ResampledStatistics<in TWork>(TWork work, ReadOnlySpan<int> rows, Span<double> statistics);

/// <summary>The nonparametric bootstrap.</summary>
/// <remarks>Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 6, 13, 14.</remarks>
public static class Bootstrap
{
    /// <summary>Resamples rows. The same seed gives the same numbers on any number of threads.</summary>
    /// <param name="rows">Rows (or clusters, or blocks) of the data.</param>
    /// <param name="statistics">Numbers that one resample gives.</param>
    /// <param name="resamples">1 or more; at least 1,000 for intervals.</param>
    /// <param name="draws">The seed.</param>
    /// <param name="work">Makes the memory of one thread.</param>
    /// <param name="estimate">Estimates one resample; allocates nothing.</param>
    /// <param name="threads">Most threads; null for as many as there are processors.</param>
    public static BootstrapDistribution Run<TWork>(
        int rows, int statistics, int resamples, Draws draws, Func<TWork> work, ResampledStatistics<TWork> estimate, int? threads = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var drawn = new double[resamples * statistics];
        var settled = new bool[resamples];
        var count = Math.Clamp(threads ?? Environment.ProcessorCount, 1, resamples);
        var next = -1;
        void Worker()
        {
            var (mine, picked) = (work(), new int[rows]);
            for (var at = Interlocked.Increment(ref next); at < resamples; at = Interlocked.Increment(ref next))
            {
                var stream = draws.Of(at);
                stream.Resample(picked);
                var into = drawn.AsSpan(at * statistics, statistics);
                settled[at] = estimate(mine, picked, into) && Finite(into);
            }
        }
        if (count == 1) Worker();
        else Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = count }, _ => Worker());
        return new(statistics, drawn, settled);
    }

    static bool Finite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (!double.IsFinite(value)) return false;
        return true;
    }
}
