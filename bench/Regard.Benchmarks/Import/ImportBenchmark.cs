using System.Globalization;
using Regard.Benchmarks.Company;
using Regard.Benchmarks.Databases;
using Regard.Files;
using Regard.Storage;
namespace Regard.Benchmarks.Import;

/// <summary>Takes a CSV file of responses into a new wave, each time in a process of its own, cold as the command line is.</summary>
static class ImportBenchmark
{
    const int LargestSet = 500;   // MB

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines)
            foreach (var full in new[] { false, true })
                findings.AddRange(await Measure(engine, full, options));
        return findings;
    }

    static async Task<IReadOnlyList<Finding>> Measure(Engine engine, bool full, Options options)
    {
        var file = Path.GetTempFileName();
        try
        {
            var runs = new List<ImportRun>();
            for (var round = 0; round < options.Rounds; round++)
            {
                await using var store = await Store.On(engine);
                var company = await SurveyedCompany.In(store);
                if (round == 0) await ResponseFile.Write(file, options.Rows, company.Stores, full);
                var run = await ImportRun.InOwnProcess(store.Setting, await company.OpenWave(), file);
                Log.Say($"import {engine} {(full ? "full" : "plain")}: {options.Rows / run.Seconds:n0} rows/s, {run.ProcessorSeconds:n1} processor seconds, {run.PeakMegabytes:n0} MB");
                runs.Add(run);
            }
            var (rate, peak, aim) = (options.Rows / runs.Select(r => r.Seconds).Median(), runs.Max(r => r.PeakMegabytes), engine == Engine.Sqlite ? 300_000 : 200_000);
            var what = $"import of {Format(options.Rows)} responses x 24 ratings" + (full ? ", with id, moment, language, segment and comments" : "");
            return
            [
                new(what, engine.ToString(), $"{Format(rate)} rows/s", full ? "" : $"at least {Format(aim)}", full ? null : rate >= aim),
                new(what + ": peak working set", engine.ToString(), $"{Format(peak)} MB", $"under {LargestSet} MB", peak < LargestSet),
            ];
        }
        finally { File.Delete(file); }
    }

    static string Format(double number) => number.ToString("n0", CultureInfo.InvariantCulture);
}
