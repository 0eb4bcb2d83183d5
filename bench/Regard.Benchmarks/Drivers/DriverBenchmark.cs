using System.Diagnostics;
using System.Globalization;
using Regard.Statistics;
namespace Regard.Benchmarks.Drivers;

/// <summary>Shares of drivers, on answers made up by a seed. Peers' times are medians of relaimpo 2.2-7 and rwa 0.1.0 on R 4.2.2 on a machine of the same kind, measured apart.</summary>
static class DriverBenchmark
{
    public static Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var (drivers, aim, peer) in new (int, double?, double?)[] { (7, null, 8.6), (10, null, 43), (15, 20, 1220), (20, 1000, null) })
        {
            var (covariances, names) = Made(drivers, 250);
            findings.Add(Found($"LMG of {drivers} drivers, all {1 << drivers:n0} sets", options, () => Lmg.Of(covariances, "Y", names), aim, peer));
        }
        foreach (var (drivers, aim, peer) in new (int, double?, double?)[] { (15, null, 8.4), (50, 5, null) })
        {
            var (covariances, names) = Made(drivers, 1000);
            findings.Add(Found($"relative weights of {drivers} drivers", options, () => RelativeWeights.Of(covariances, "Y", names), aim, peer));
        }
        var rows = Rows(10, 250);
        findings.Add(Found("LMG, relative weights and ranks of 10 drivers with 1,000 resamples of 250 rows", options, () => DriverAnalysis.Fit(rows, "Y", rows.Names.Skip(1).ToArray()), null, 61_800));
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    static Finding Found(string what, Options options, Action run, double? aim, double? peer)
    {
        var times = new List<double>();
        // The first rounds warm up, until the compiler has seen which code is hot.
        var warm = Stopwatch.StartNew();
        do run();
        while (warm.ElapsedMilliseconds < 500);
        for (var round = 0; round < options.Rounds; round++)
        {
            var repeats = 0;
            var watch = Stopwatch.StartNew();
            do
            {
                run();
                repeats++;
            }
            while (watch.ElapsedMilliseconds < 200);
            times.Add(watch.Elapsed.TotalMilliseconds / repeats);
        }
        var median = times.Median();
        var beside = peer is { } other ? $", {Said(other / median)} times as fast as the peer's {Said(other)} ms" : "";
        return new(what, "", $"{median.ToString("0.###", CultureInfo.InvariantCulture)} ms{beside}", aim is { } most ? $"under {Said(most)} ms" : "", aim is { } limit ? median < limit : null);
    }

    static (Covariances Covariances, string[] Names) Made(int drivers, int rows)
    {
        var made = Rows(drivers, rows);
        return (Covariances.Of(made), [.. made.Names.Skip(1)]);
    }

    static Observations Rows(int drivers, int rows)
    {
        var stream = Draws.Seeded(1).Of(drivers);
        var columns = Enumerable.Range(0, drivers + 1).Select(_ => new double[rows]).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var mood = stream.Normal();
            for (var j = 1; j <= drivers; j++)
            {
                columns[j][i] = mood + stream.Normal();
                columns[0][i] += columns[j][i] / j;
            }
            columns[0][i] += 2 * stream.Normal();
        }
        return Observations.Of(["Y", .. Enumerable.Range(1, drivers).Select(j => $"X{j}")], columns);
    }

    static string Said(double number) => number.ToString("n0", CultureInfo.InvariantCulture);
}
