using System.Diagnostics;
using System.Globalization;
using Regard.Statistics;
namespace Regard.Benchmarks.Paths;

/// <summary>The ECSI model on 250 and on a million responses: fits, bootstraps, and the cross-products below them.</summary>
static class PathBenchmark
{
    public static Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var (few, many) = (new EcsiAnswers(250, 1), new EcsiAnswers(options.Rows, 2));
        var (sample, rows) = (few.Observations(), many.Observations());
        var (cell, days) = (many.FoldColumns(), Enumerable.Range(0, 1000).Select(d => many.Fold(Cut(d), Cut(d + 1) - Cut(d))).ToArray());
        var (model, names, scales, draws) = (EcsiAnswers.Model, EcsiAnswers.Model.Items, EcsiAnswers.Scales, Draws.Seeded(1));
        var all = Said(options.Rows);
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            Time("ECSI, 250 responses, 1,000 resamples", Cores, 0.09, options, 20, () => PathBootstrap.Run(model, sample, draws)),
            Time("the same, one core", "1 core", null, options, 20, () => PathBootstrap.Run(model, sample, draws, threads: 1)),
            Time("ECSI, 250 responses, one fit", "1 core", 0.0002, options, 2000, () => Pls.Fit(model, sample)),
            Time($"ECSI, {all} responses, one fit from rows", Cores, 0.3, options, 3, () => Pls.Fit(model, rows)),
            Time($"ECSI, {all} responses, one fit from a cell", "1 core", 0.005, options, 500, () => Pls.Fit(model, CovarianceMatrix.Of(cell, names, scales))),
            Time($"ECSI, {all} responses, 1,000 resamples of blocks dealt from rows", Cores, 2, options, 2, () => PathBootstrap.Run(model, rows, draws)),
            Time($"ECSI, {all} responses, 1,000 resamples of 1,000 cells", Cores, 2, options, 5, () => PathBootstrap.Run(model, days, names, scales, draws)),
            Rate("cross-products of 24 ratings, column layout", 100_000_000, options, () => many.FoldColumns()),
            Rate("cross-products of 24 ratings, arrival order", 10_000_000, options, () => many.Fold(0, many.Count)),
        ]);

        int Cut(int day) => (int)((long)options.Rows * day / 1000);
    }

    static string Cores => $"{Environment.ProcessorCount} cores";

    static Finding Time(string what, string on, double? aim, Options options, int times, Action run)
    {
        var seconds = Median(what, options, times, run);
        return new(what, on, Said(seconds, "s"), aim is { } a ? $"under {Said(a, "s")}" : "", aim is null ? null : seconds < aim);
    }

    static Finding Rate(string what, double aim, Options options, Action run)
    {
        var rate = options.Rows / Median(what, options, 10, run);
        return new(what, "1 core", $"{Said(rate)} rows/s", $"at least {Said(aim)}", rate >= aim);
    }

    // The first round warms up.
    static double Median(string what, Options options, int times, Action run)
    {
        var figures = new List<double>();
        for (var round = 0; round <= options.Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < times; i++) run();
            if (round > 0) figures.Add(watch.Elapsed.TotalSeconds / times);
        }
        Log.Say($"{what}: {Said(figures.Median(), "s")}");
        return figures.Median();
    }

    static string Said(double number) => number.ToString("n0", CultureInfo.InvariantCulture);

    static string Said(double seconds, string unit) => seconds < 0.1 ? $"{(1000 * seconds).ToString("0.###", CultureInfo.InvariantCulture)} m{unit}" : $"{seconds.ToString("0.###", CultureInfo.InvariantCulture)} {unit}";
}
