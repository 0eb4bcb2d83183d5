using System.Globalization;
using Regard.Benchmarks.Company;
using Regard.Benchmarks.Databases;
using Regard.Measures;
using Regard.Storage;
namespace Regard.Benchmarks.Fold;

/// <summary>From rows in the database to cells in the database: in the batches of the clock, in one go as when a wave closes, and rebuilt.</summary>
static class FoldBenchmark
{
    const double Aim = 1_000_000;

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines) findings.AddRange(await Measure(engine, options));
        return findings;
    }

    static async Task<IReadOnlyList<Finding>> Measure(Engine engine, Options options)
    {
        await using var store = await Store.On(engine);
        var company = await SurveyedCompany.In(store);
        var wave = await company.WaveWith(options.Rows);
        var ways = new (string What, Func<Task<long>> Run, bool HasAim)[]
        {
            ($"fold of {Said(options.Rows)} rows in batches of {Said(FoldResponses.Batch)}, each durable", () => InBatches(FoldResponses.Batch), false),
            ($"fold of {Said(options.Rows)} rows in batches of {Said(FoldResponses.LargestBatch / 4)}, as when a wave closes", () => InBatches(FoldResponses.LargestBatch / 4), true),
            ($"rebuilding the cells of {Said(options.Rows)} rows", () => CellRebuilding.Run(store.Office, wave, store.Operator), true),
        };
        var findings = new List<Finding>();
        foreach (var (what, run, hasAim) in ways)
        {
            var rates = new List<double>();
            for (var round = 0; round <= options.Rounds; round++)
            {
                await store.Execute("delete from cells");
                await store.Execute("delete from folds");
                var effort = await Effort.Of(async () => { if (await run() != options.Rows) throw new InvalidOperationException("Not every row was folded."); });
                if (round > 0) rates.Add(options.Rows / effort.Seconds);   // the first warms up
                Log.Say($"{what} {engine}: {options.Rows / effort.Seconds:n0} rows/s, {effort.ProcessorSeconds:n2} processor seconds");
            }
            findings.Add(new(what, engine.ToString(), $"{Said(rates.Median())} rows/s", hasAim ? $"at least {Said(Aim)}" : "", hasAim ? rates.Median() >= Aim : null));
        }
        return findings;

        async Task<long> InBatches(int atMost)
        {
            var sum = 0L;
            while (await store.Do(new FoldResponses(wave, atMost)) is > 0 and var folded) sum += folded;
            return sum;
        }
    }

    static string Said(double number) => number.ToString("n0", CultureInfo.InvariantCulture);
}
