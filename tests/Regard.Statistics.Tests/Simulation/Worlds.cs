using System.Collections.Concurrent;

namespace Regard.Statistics.Tests.Simulation;

/// <summary>Counts over samples from known worlds how often intervals hold the truth and tests find what is not there.</summary>
sealed class Worlds
{
    readonly ConcurrentDictionary<string, (int Of, int Yes, bool Interval)> counts = [];

    /// <summary>Draws samples side by side; each has a stream of its own.</summary>
    public static Worlds Run(int samples, long seed, Action<int, DrawStream, Worlds> sample)
    {
        var (worlds, draws) = (new Worlds(), Draws.Seeded(seed));
        Parallel.For(0, samples, s => sample(s, draws.Of(s), worlds));
        return worlds;
    }

    /// <summary>A withheld interval is left out.</summary>
    public void Interval(string name, Estimate estimate, double truth)
    {
        if (!estimate.Withheld) Interval(name, estimate.Lower.Value, estimate.Upper.Value, truth);
    }

    public void Interval(string name, double lower, double upper, double truth) => Add($"interval of {name}", lower <= truth && truth <= upper, true);

    /// <summary>A test that has no p is left out.</summary>
    public void Test(string name, double? p)
    {
        if (p is { } value) Add($"test of {name}", value <= 0.05, false);
    }

    void Add(string name, bool yes, bool interval) =>
        counts.AddOrUpdate(name, (1, yes ? 1 : 0, interval), (_, c) => (c.Of + 1, c.Yes + (yes ? 1 : 0), interval));

    /// <summary>Every interval held its truth in 93 to 97 %, every test found something in 4 to 6 %, but for those named.</summary>
    public void Keep(params (string Name, double From, double To)[] except)
    {
        var off = counts.OrderBy(c => c.Key).Select(c => (c.Key, Rate: (double)c.Value.Yes / c.Value.Of, Bounds: Bounds(c.Key, c.Value.Interval, except)))
            .Where(c => c.Rate < c.Bounds.From || c.Rate > c.Bounds.To).Select(c => $"{c.Key} {c.Rate:0.0000}, not {c.Bounds.From} to {c.Bounds.To}").ToArray();
        foreach (var c in counts.OrderBy(c => c.Key)) TestContext.Current.TestOutputHelper?.WriteLine($"{c.Key}: {(double)c.Value.Yes / c.Value.Of:0.0000} of {c.Value.Of}");
        Assert.True(off.Length == 0, string.Join("; ", off));
    }

    static (double From, double To) Bounds(string name, bool interval, (string Name, double From, double To)[] except) =>
        except.FirstOrDefault(e => e.Name == name) is { Name: not null } own ? (own.From, own.To) : interval ? (0.93, 0.97) : (0.04, 0.06);
}
