using System.Diagnostics;
using Regard.Benchmarks.Http;
namespace Regard.Benchmarks.Ingest;

/// <summary>What so many clients got who each sent the next response as soon as the last was acknowledged.</summary>
/// <param name="Acknowledged">All of them, the warm-up's included.</param>
/// <param name="Milliseconds">From request to answer, of those after the warm-up.</param>
sealed record Load(long Acknowledged, double PerSecond, IReadOnlyList<double> Milliseconds)
{
    public const int Clients = 64;
    // Until the code that runs most has been compiled for the second time.
    static readonly TimeSpan warmUp = TimeSpan.FromSeconds(10);

    public static async Task<Load> Of(Uri address, Func<Random, byte[]> request, int expected, TimeSpan duration, int seed)
    {
        var watch = Stopwatch.StartNew();
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(() => Client(address, request, expected, watch, warmUp + duration, new Random(seed * Clients + i)))));
        var measured = clients.SelectMany(c => c.Milliseconds).ToList();
        return new(clients.Sum(c => c.Acknowledged), measured.Count / duration.TotalSeconds, measured);
    }

    static async Task<(long Acknowledged, List<double> Milliseconds)> Client(Uri address, Func<Random, byte[]> request, int expected, Stopwatch watch, TimeSpan end, Random chance)
    {
        using var wire = await Wire.To(address);
        var (acknowledged, taken) = (0L, new List<double>());
        while (watch.Elapsed is var sent && sent < end)
        {
            var status = await wire.Exchange(request(chance));
            if (status != expected) throw new InvalidOperationException($"A response was answered with {status}: {wire.Body}");
            acknowledged++;
            var done = watch.Elapsed;
            if (sent >= warmUp && done < end) taken.Add((done - sent).TotalMilliseconds);
        }
        return (acknowledged, taken);
    }
}
