using System.Diagnostics;
using System.Globalization;
using System.Text;
using Regard.Benchmarks.Databases;
using Regard.Benchmarks.Http;
using Regard.Improvement;
using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
using Regard.Standards;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Benchmarks.Gaps;

/// <summary>The gap page of a group with 200 stores after eight waves, with managers, standards and two visits to each store a wave.</summary>
static class GapBenchmark
{
    const int Regions = 10, StoresInRegion = 20, Waves = 8, AnswersInStore = 30, VisitsInStore = 2, WarmUps = 200, Requests = 60;
    const double MostMilliseconds = 50;
    const string Email = "administrator@example.com", Password = "benchmark sign-in";

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines)
        {
            await using var store = await Store.On(engine);
            var (wave, unit, cookie) = await Fill(store);
            await using var node = await WebNode.On(store.Setting);
            foreach (var (name, asked) in new (string, Func<Task>)[]
            {
                ("gaps of the whole group, worked out", () => store.Do(new ShowGaps(wave))),
                ("gaps of one store, worked out", () => store.Do(new ShowGaps(wave, unit))),
                ("gap page of the whole group, request to answer", () => Ask(node, $"/gaps?wave={wave}", cookie)),
                ("gap page of one store, request to answer", () => Ask(node, $"/gaps?wave={wave}&unit={unit}", cookie)),
            })
                findings.Add(await Measure(engine, name, asked, options));
        }
        return findings;
    }

    static async Task<Finding> Measure(Engine engine, string name, Func<Task> ask, Options options)
    {
        for (var i = 0; i < WarmUps; i++) await ask();
        var medians = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var times = new List<double>();
            for (var i = 0; i < Requests; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await ask();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            medians.Add(times.Median());
        }
        Log.Say($"{name} {engine}: {medians.Median():n1} ms");
        return new($"{name}: {Regions * StoresInRegion} stores, {Waves} waves, {RaterSet.Indicators.Count - 6} indicators", engine.ToString(), string.Create(CultureInfo.InvariantCulture, $"{medians.Median():n1} ms"), $"under {MostMilliseconds} ms", medians.Median() < MostMilliseconds);
    }

    static async Task Ask(WebNode node, string path, string cookie)
    {
        // A wire that waits for minutes is hung up.
        using var wire = await Wire.To(node.Address);
        var status = await wire.Exchange(Wire.Request("GET", path, cookie));
        if (status != 200) throw new InvalidOperationException($"{path} answered {status}.");
    }

    static async Task<(Id<Wave>, Id<Unit>, string)> Fill(Store store)
    {
        var founded = await store.Do(new FoundCompany("Group", "G", "Administrator", Email, Password, Language.English));
        await store.Do(new GrantRole(founded.Administrator, Role.Executive, founded.Root));
        var stores = new List<(string Code, Id<Unit> Id)>();
        for (var region = 0; region < Regions; region++)
        {
            var parent = await store.Do(new AddUnit($"R{region}", $"R{region}", UnitKind.Region, founded.Root, Today.AddYears(-5)));
            for (var i = 0; i < StoresInRegion; i++) stores.Add(($"R{region}S{i}", await store.Do(new AddUnit($"R{region}S{i}", $"Store {region}.{i}", UnitKind.Store, parent, Today.AddYears(-5)))));
        }
        var tree = await store.Do(new AdoptRaterTree());
        var indicators = RaterSet.Indicators.Where(i => !RaterSet.Indicators.Any(below => below.ParentCode == i.Code)).Select(i => i.Code).ToList();
        var (form, mirror) = (await Form(store, FormTemplate.Rater), await Form(store, FormTemplate.Mirror));
        var (customers, managers) = (await store.Do(new StartProgramme("Customers", ShortBoards: 0)), await store.Do(new StartProgramme("Managers", MinimumN: 5, ShortBoards: 0, Audience: Audience.Manager)));
        var (chance, last) = (new Random(1), default(Id<Wave>));
        for (var wave = 0; wave < Waves; wave++)
        {
            last = await Wave(store, customers, form, tree, $"Wave {wave}", stores, AnswersInStore, chance);
            foreach (var (_, id) in stores)
                for (var visit = 0; visit < VisitsInStore; visit++)
                    await store.Do(new PutEncounter(DeliverySource.Visit, new(Guid.NewGuid()), id, Today.AddDays(-180 * (Waves - 1 - wave)), [.. indicators.Select(code => new Delivery(code, chance.Next(101)))]));
            Log.Say($"gaps {store.Engine}: wave {wave + 1} of {Waves}");
        }
        await store.Do(new MirrorWave(await Wave(store, managers, mirror, tree, "Mirror", stores, 3, chance), last));
        foreach (var code in indicators) await store.Do(new AddStandard(code, new() { Names = Text.OneFor(Language.English, code), Says = Text.OneFor(Language.English, code), Indicators = [code], Kind = StandardKind.Graded, Demanded = 85, Minimum = 60 }, Today));
        var session = (await SignIn.With(store.Office, Email, Password, "benchmark", Caller.Anyone(Language.English))).Token!;
        return (last, stores[0].Id, $"Cookie: regard={session}\r\n");
    }

    static async Task<(Id<FormVersion> Version, FormDocument Document)> Form(Store store, string template) =>
        (await store.Do(new PublishForm(await store.Do(new StartForm(template, template)), 1)), FormTemplate.Read(template));

    static async Task<Id<Wave>> Wave(Store store, Id<Programme> programme, (Id<FormVersion> Version, FormDocument Document) form, Id<IndicatorTree> tree, string name, List<(string Code, Id<Unit>)> stores, int each, Random chance)
    {
        var wave = await store.Do(new PlanWave(programme, name, form.Version, tree, Today, Today.AddDays(30)));
        await store.Do(new OpenWave(wave));
        var segment = form.Document.SegmentItem;
        var text = new StringBuilder(segment is null ? "unit," : $"unit,{segment.Key},").AppendJoin(',', form.Document.Slots.Select(s => s.Key)).Append('\n');
        foreach (var (code, _) in stores)
            for (var i = 0; i < each; i++) text.Append(code).Append(segment is null ? "," : $",{segment.Options[i % segment.Options.Count].Key},").AppendJoin(',', form.Document.Slots.Select(s => chance.Next(s.From, s.To + 1))).Append('\n');
        await store.Do(new ImportResponses(wave, new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "answers.csv"));
        await new WaveClosing(store.Office).Run(wave, store.Operator);
        return wave;
    }
}
