using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Loyalty;

public sealed class KMeansTests
{
    static readonly (double X, double Y)[] Centres = [(0, 0), (8, 0), (0, 50)];

    internal static Observations Clouds(int each, int seed)
    {
        var stream = Draws.Seeded(seed).Of(0);
        var (x, y) = (new List<double>(), new List<double>());
        foreach (var (k, centre) in Centres.Index())
            for (var i = 0; i < each * (3 - k); i++)
            {
                x.Add(centre.X + stream.Normal());
                y.Add(centre.Y + 6 * stream.Normal());
            }
        return Observations.Of(["visits", "amount"], [[.. x], [.. y]]);
    }

    [Fact]
    public void Clouds_are_found_and_their_number_suggested()
    {
        var data = Clouds(40, 1);
        var choice = SegmentChoice.Of(data, ["visits", "amount"], 8);
        Assert.Equal((3, false), (choice.Suggested, choice.Weak));
        var fit = KMeans.Fit(data, ["visits", "amount"], 3);
        Assert.Equal([120, 80, 40], fit.Segments.Select(s => s.Size));
        Assert.True(fit.Converged);
        foreach (var (segment, centre) in fit.Segments.Zip(Centres))
        {
            Assert.Equal(centre.X, segment.Centre[0], 0.5);
            Assert.Equal(centre.Y, segment.Centre[1], 3.0);
        }
        Assert.All(Enumerable.Range(0, 120), i => Assert.Equal(0, fit.Assignment[i]));
        Reference.Close(fit.Within, fit.Segments.Sum(s => s.Within));
    }

    [Fact]
    public void More_segments_never_explain_less()
    {
        var tried = SegmentChoice.Of(Clouds(20, 2), ["visits", "amount"], 8).Tried;
        Assert.All(tried.Zip(tried.Skip(1)), pair => Assert.True(pair.Second.Explained >= pair.First.Explained - 1e-3));
    }

    [Fact]
    public void The_silhouette_is_that_of_all_pairs()
    {
        var (data, columns) = (Clouds(10, 3), (string[])["visits", "amount"]);
        var fit = KMeans.Fit(data, columns, 2);
        double[][] points = [.. columns.Select(c => data[c].ToArray()).Select(c => c.Select(x => (x - c.Average()) / Math.Sqrt(c.Average(v => (v - c.Average()) * (v - c.Average())))).ToArray())];
        double Distance(int a, int b) => points.Sum(p => (p[a] - p[b]) * (p[a] - p[b]));
        var silhouette = Enumerable.Range(0, data.Rows).Average(i =>
        {
            double Mean(int segment) => Enumerable.Range(0, data.Rows).Where(j => j != i && fit.Assignment[j] == segment).Average(j => Distance(i, j));
            var (inside, outside) = (Mean(fit.Assignment[i]), Mean(1 - fit.Assignment[i]));
            return (outside - inside) / Math.Max(inside, outside);
        });
        Reference.Close(silhouette, SegmentChoice.Of(data, columns, 2).Tried[0].Silhouette);
    }

    [Fact]
    public void Fewer_different_customers_than_segments_are_refused()
    {
        var few = Observations.Of(["a", "b"], [[1, 1, 2, 2, 1], [3, 3, 4, 4, 3]]);
        Assert.Contains("2 different customers cannot make 3 segments", Assert.Throws<DataRefused>(() => KMeans.Fit(few, ["a", "b"], 3)).Message);
        Assert.Equal([3, 2], KMeans.Fit(few, ["a", "b"], 2).Segments.Select(s => s.Size));
        Assert.Throws<DataRefused>(() => KMeans.Fit(few, ["a", "b"], 0));
        Assert.Throws<DataRefused>(() => SegmentChoice.Of(few, ["a", "b"]));
    }
}

public sealed class KMeansContract : EstimatorContract
{
    private protected override Observations Data { get; } = KMeansTests.Clouds(20, 5);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var fit = KMeans.Fit(data, ["visits", "amount"], 4, new() { Draws = Draws.Seeded(seed), Threads = threads });
        return [fit.Within, fit.Explained, .. fit.Segments.SelectMany(s => s.Centre).Select(c => (double?)c), .. fit.Segments.Select(s => s.Share.Lower)];
    }
}
