using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Resampling;

public sealed class BootstrapTests
{
    static readonly double[] Ratings = [7, 9, 8, 10, 3, 9, 10, 8, 6, 9, 10, 2, 8, 9, 7, 10, 9, 5, 8, 10];

    static bool Mean(double[] values, ReadOnlySpan<int> rows, Span<double> into)
    {
        into[0] = 0;
        foreach (var row in rows) into[0] += values[row] / rows.Length;
        return true;
    }

    static BootstrapDistribution Run(double[] values, int resamples, long seed, int threads = 2) =>
        Bootstrap.Run<object?>(values.Length, 1, resamples, Draws.Seeded(seed), () => null, (_, rows, into) => Mean(values, rows, into), threads);

    [Fact]
    public void Both_intervals_equal_those_of_boot_within_chance()
    {
        // R 4.2.2, boot 1.3-28.1, 200,000 resamples: percentile 6.80 to 8.75, BCa 6.55 to 8.60; 2026-11-22.
        var boot = Run(Ratings, 50_000, 1);
        double[] jackknife = [.. Ratings.Select(x => (Ratings.Sum() - x) / (Ratings.Length - 1))];
        var (lower, upper) = boot.Percentile(0)!.Value;
        Assert.InRange(lower, 6.749, 6.851);
        Assert.InRange(upper, 8.699, 8.751);
        (lower, upper) = boot.Accelerated(0, Ratings.Average(), jackknife)!.Value;
        Assert.InRange(lower, 6.499, 6.601);
        Assert.InRange(upper, 8.549, 8.651);
        // The bootstrap error of a mean is known: sqrt(sum (x - mean)^2) / n.
        var exact = Math.Sqrt(Ratings.Sum(x => Math.Pow(x - Ratings.Average(), 2))) / Ratings.Length;
        Assert.InRange(boot.StandardError(0)!.Value / exact, 0.99, 1.01);
    }

    [Theory, InlineData(60), InlineData(200)]
    public void The_intervals_of_a_ratio_of_skewed_ratings_hold_the_truth(int n)
    {
        const int worlds = 1500, resamples = 299;
        var confidence = BootstrapDistribution.Expanded(0.95, n);
        var (percentile, accelerated) = (0, 0);
        Parallel.For(0, worlds, w =>
        {
            var chance = Draws.Seeded(11).Of(w);
            var (p, e) = (new double[n], new double[n]);
            for (var i = 0; i < n; i++)
            {
                var common = -Math.Log(1 - chance.Uniform());
                (p[i], e[i]) = (10 - 2 * common, 10 - common - 0.5 * chance.Uniform());
            }
            bool Ratio(object? _, ReadOnlySpan<int> rows, Span<double> into)
            {
                double above = 0, below = 0;
                foreach (var row in rows) (above, below) = (above + p[row], below + e[row]);
                into[0] = above / below;
                return true;
            }
            var boot = Bootstrap.Run<object?>(n, 1, resamples, Draws.Seeded(w), () => null, Ratio, 1);
            var (above, below) = (p.Sum(), e.Sum());
            double[] without = [.. Enumerable.Range(0, n).Select(i => (above - p[i]) / (below - e[i]))];
            const double truth = 8 / 8.75;
            if (boot.Percentile(0, confidence) is var (a, b) && a <= truth && truth <= b) Interlocked.Increment(ref percentile);
            if (boot.Accelerated(0, above / below, without, confidence) is var (c, d) && c <= truth && truth <= d) Interlocked.Increment(ref accelerated);
        });
        Seen.InRange(percentile / (double)worlds, 0.93, 0.97);
        Seen.InRange(accelerated / (double)worlds, 0.93, 0.97);
    }

    [Fact]
    public void Resamples_that_cannot_be_estimated_are_counted_and_left_out()
    {
        var boot = Bootstrap.Run<object?>(3, 1, 100, Draws.Seeded(1), () => null, (_, rows, into) => { into[0] = rows[0] == 0 ? double.NaN : rows[0]; return rows[0] != 1; }, 1);
        Assert.Equal(100, boot.Resamples + boot.Failed);
        Assert.True(boot.Failed > 40);
        Assert.All(boot.Values(0).ToArray(), v => Assert.Equal(2, v));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_numbers() => Assert.Equal(Run(Ratings, 500, 3, 1).Values(0).ToArray(), Run(Ratings, 500, 3, 8).Values(0).ToArray());
}
