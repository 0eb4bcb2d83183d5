using System.Diagnostics;
using System.Globalization;
using Regard.Storage;
namespace Regard.Benchmarks;

/// <summary>Work by the clock that goes in turns of bounded size, each a transaction that others may have to wait for.</summary>
static class Sweeps
{
    /// <summary>Seconds in which others have to wait.</summary>
    const double Aim = 1;

    /// <summary>Turn after turn until nothing is left.</summary>
    /// <returns>How much was done, and the seconds that each turn took.</returns>
    public static async Task<(int Done, List<double> Seconds)> Until(Func<Task<int>> turn, int most)
    {
        var (done, seconds) = (0, new List<double>());
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            var some = await turn();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            done += some;
            if (some < most) return (done, seconds);
        }
    }

    public static IReadOnlyList<Finding> Told(string what, Engine engine, IReadOnlyList<double> longest, IReadOnlyList<double> whole) =>
    [
        new($"{what}: its longest transaction", engine.ToString(), string.Create(CultureInfo.InvariantCulture, $"{longest.Median():n3} s"), $"under {Aim} s", longest.Median() < Aim),
        new($"{what}: until nothing is left", engine.ToString(), string.Create(CultureInfo.InvariantCulture, $"{whole.Median():n3} s")),
    ];
}
