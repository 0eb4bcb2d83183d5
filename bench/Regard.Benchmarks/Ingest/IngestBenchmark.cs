using System.Globalization;
using System.Net;
using System.Text;
using Regard.Benchmarks.Company;
using Regard.Benchmarks.Databases;
using Regard.Benchmarks.Http;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Benchmarks.Ingest;

/// <summary>Durable responses a second over HTTP, held against what the database alone takes in the same run.</summary>
static class IngestBenchmark
{
    sealed record Door(string Name, int Status, Func<string, Random, byte[]> Request);

    static readonly Door[] doors =
    [
        new("respondent's page (form post)", 303, Post),
        new("respondent's API (JSON)", 200, Json),
    ];

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines)
            foreach (var door in doors) findings.AddRange(await Measure(engine, door, options));
        return findings;
    }

    static async Task<IReadOnlyList<Finding>> Measure(Engine engine, Door door, Options options)
    {
        var (loads, raws, batches) = (new List<Load>(), new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            var (load, batch) = await Round(engine, door, options.Duration, round);
            loads.Add(load);
            batches.Add(batch);
            raws.Add(await RawCommits.PerSecond(engine, Math.Max(1, (int)Math.Round(batch)), options.Duration / 2));
            Log.Say($"ingest {engine} {door.Name}: {load.PerSecond:n0}/s, {batch:n1} a commit, raw {raws[^1]:n0}/s");
        }
        var ratio = loads.Zip(raws, (l, r) => l.PerSecond / r).Median();
        var times = loads.SelectMany(l => l.Milliseconds).ToList();
        var what = $"durable responses over HTTP, {Load.Clients} clients, {door.Name}";
        return
        [
            new(what, engine.ToString(), string.Create(CultureInfo.InvariantCulture, $"{loads.Select(l => l.PerSecond).Median():n0}/s; p50 {times.Quantile(0.5):n1} ms, p99 {times.Quantile(0.99):n1} ms")),
            new(what + ": share of the raw commit rate", engine.ToString(), string.Create(CultureInfo.InvariantCulture, $"{ratio:p0} of {raws.Median():n0}/s ({batches.Median():n0} rows a commit)"), "at least half", ratio >= 0.5),
        ];
    }

    static async Task<(Load Load, double RowsInBatch)> Round(Engine engine, Door door, TimeSpan duration, int round)
    {
        await using var store = await Store.On(engine);
        var company = await SurveyedCompany.In(store);
        var link = await store.Do(new OpenWaveLink(await company.OpenWave()));
        await using var node = await WebNode.On(store.Setting);
        var load = await Load.Of(node.Address, chance => door.Request(link, chance), door.Status, duration, round);
        var kept = await store.Count("responses");
        if (kept != load.Acknowledged) throw new InvalidOperationException($"{load.Acknowledged} responses were acknowledged and {kept} are there.");
        return (load, (double)kept / await node.Batches());
    }

    static byte[] Json(string link, Random chance)
    {
        var body = new StringBuilder("{\"language\":\"en\",\"answers\":{");
        foreach (var (key, rating) in Rated(chance)) body.Append(CultureInfo.InvariantCulture, $"\"{key}\":{rating},");
        body.Append("\"visit\":\"sales\"}}");
        return Wire.Request("POST", $"/api/respond/open/{link}/{Guid.NewGuid()}?unit=N1", "Content-Type: application/json\r\n", body.ToString());
    }

    static byte[] Post(string link, Random chance)
    {
        var body = new StringBuilder($"page=0&language=en&asked=service,overall,nps,visit,comment&go=next&key={Guid.NewGuid()}&visit=sales&comment=");
        foreach (var (key, rating) in Rated(chance)) body.Append(CultureInfo.InvariantCulture, $"&{WebUtility.UrlEncode(key)}={rating}");
        return Wire.Request("POST", $"/o/{link}/N1", "Content-Type: application/x-www-form-urlencoded\r\n", body.ToString());
    }

    static IEnumerable<(string Key, int Rating)> Rated(Random chance)
    {
        var slots = RatingForm.Document.Slots;
        var ratings = new int?[slots.Count];
        RatingForm.Draw(chance, ratings);
        return slots.Where(s => ratings[s.Index] is not null).Select(s => (s.Key, ratings[s.Index]!.Value));
    }
}
