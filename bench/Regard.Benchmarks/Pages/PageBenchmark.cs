using System.Diagnostics;
using System.Globalization;
using Regard.Benchmarks.Company;
using Regard.Benchmarks.Databases;
using Regard.Benchmarks.Http;
using Regard.Improvement;
using Regard.Storage;
namespace Regard.Benchmarks.Pages;

/// <summary>What the pages of numbers cost with many responses in the store and with few. Both stores are asked in turn, so that noise hits both.</summary>
static class PageBenchmark
{
    const int Few = 10_000, WarmUps = 60, Requests = 200;
    const double MostMilliseconds = 50, MostRatio = 1.2;

    static readonly (string Name, string Path)[] pages = [("overview", "/"), ("index page", "/index")];

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines)
        {
            await using var few = await Site.With(engine, Few);
            await using var many = await Site.With(engine, options.Rows);
            foreach (var (name, path) in pages) findings.AddRange(await Compare(engine, name, path, few, many, options));
        }
        return findings;
    }

    static async Task<IReadOnlyList<Finding>> Compare(Engine engine, string name, string path, Site few, Site many, Options options)
    {
        for (var i = 0; i < WarmUps; i++) foreach (var site in new[] { few, many }) await site.Ask(path);
        var (ratios, times) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            var (ofFew, ofMany) = (new List<double>(), new List<double>());
            for (var i = 0; i < Requests; i++)
            {
                ofFew.Add(await few.Ask(path));
                ofMany.Add(await many.Ask(path));
            }
            ratios.Add(ofMany.Median() / ofFew.Median());
            times.Add(ofMany.Median());
            Log.Say($"{name} {engine}: {ofFew.Median():n2} ms, {ofMany.Median():n2} ms");
        }
        var (time, ratio) = (times.Median(), ratios.Median());
        return
        [
            new($"{name} with {options.Rows.ToString("n0", CultureInfo.InvariantCulture)} responses, request to answer", engine.ToString(), string.Create(CultureInfo.InvariantCulture, $"{time:n1} ms"), $"under {MostMilliseconds} ms", time < MostMilliseconds),
            new($"{name}: against {Few.ToString("n0", CultureInfo.InvariantCulture)} responses", engine.ToString(), string.Create(CultureInfo.InvariantCulture, $"{ratio:n2} times"), string.Create(CultureInfo.InvariantCulture, $"at most {MostRatio}"), ratio <= MostRatio),
        ];
    }

    /// <summary>Half of the responses in a wave that is frozen, half in the one that is open; signed in.</summary>
    sealed class Site : IAsyncDisposable
    {
        required public Store Store { get; init; }
        required public WebNode Node { get; init; }
        required public Wire Wire { get; init; }
        required public string Cookie { get; init; }

        public static async Task<Site> With(Engine engine, int responses)
        {
            var store = await Databases.Store.On(engine);
            var company = await SurveyedCompany.In(store);
            await new WaveClosing(store.Office).Run(await company.WaveWith(responses / 2, "Earlier"), store.Operator);
            var wave = await company.WaveWith(responses - responses / 2, "Now");
            while (await store.Do(new Measures.FoldResponses(wave, Measures.FoldResponses.LargestBatch)) > 0) { }
            var node = await WebNode.On(store.Setting);
            return new() { Store = store, Node = node, Wire = await Wire.To(node.Address), Cookie = $"Cookie: regard={await company.SignIn()}\r\n" };
        }

        public async Task<double> Ask(string path)
        {
            var request = Wire.Request("GET", path, Cookie);
            var start = Stopwatch.GetTimestamp();
            var status = await Wire.Exchange(request);
            var taken = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return status == 200 ? taken : throw new InvalidOperationException($"{path} answered {status}.");
        }

        public async ValueTask DisposeAsync()
        {
            Wire.Dispose();
            await Node.DisposeAsync();
            await Store.DisposeAsync();
        }
    }
}
