using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Regard.Benchmarks.Databases;
using Regard.Cases;
using Regard.Storage;
namespace Regard.Benchmarks.Cases;

/// <summary>Cases taken down by many at once, each acknowledged when it is durable: owner, clocks, task, receipt and trail with it.</summary>
static class CaptureBenchmark
{
    const int AtOnce = 64;
    static readonly TimeSpan warmUp = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines) findings.Add(await Measure(engine, options));
        return findings;
    }

    static async Task<Finding> Measure(Engine engine, Options options)
    {
        await using var store = await Store.On(engine);
        var company = await CaseCompany.In(store);
        var (times, all, watch, end) = (new ConcurrentBag<double>(), 0L, Stopwatch.StartNew(), warmUp + options.Duration);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Task.Run(async () =>
        {
            var (sayings, at) = (new CaseSayings(new Random(i)), i % company.Stores.Count);
            while (watch.Elapsed is var sent && sent < end)
            {
                await store.Office.Do(new HearCase { UnitId = company.Stores[at], Words = sayings.Next(), ContactName = "王小明", ContactPhone = "13800138000" }, company.Clerks[at]);
                Interlocked.Increment(ref all);
                if (sent >= warmUp && watch.Elapsed < end) times.Add((watch.Elapsed - sent).TotalMilliseconds);
            }
        })));
        if (await store.Count("cases") != all || await store.Count("case_owners") != all) throw new InvalidOperationException($"{all} cases were acknowledged, and not all are there.");
        return new($"cases taken down a second, {AtOnce} at once", engine.ToString(), string.Create(CultureInfo.InvariantCulture, $"{times.Count / options.Duration.TotalSeconds:n0}/s; p50 {times.Median():n0} ms, p99 {times.Quantile(0.99):n0} ms"));
    }
}
