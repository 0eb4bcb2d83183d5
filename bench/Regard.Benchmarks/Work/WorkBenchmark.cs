using System.Globalization;
using Regard.Benchmarks.Databases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Work;
namespace Regard.Benchmarks.Work;

/// <summary>The escalation of late tasks and the work list, with many tasks open.</summary>
static class WorkBenchmark
{
    const int Tasks = 100_000, Stores = 400, Regions = 20, FewDue = 1000;

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines) findings.AddRange(await Measure(engine, options));
        return findings;
    }

    static async Task<IReadOnlyList<Finding>> Measure(Engine engine, Options options)
    {
        await using var store = await Store.On(engine);
        var (units, heads) = await Company(store);
        await store.Do(new PutTasks(units, heads));
        var findings = new List<Finding>();
        foreach (var (what, due) in new[] { ("none due", 0), ($"{Said(FewDue)} due", FewDue), ("all of them due", Tasks) })
        {
            var (longest, times) = (new List<double>(), new List<double>());
            for (var round = 0; round <= options.Rounds; round++)
            {
                await store.Execute("delete from escalations");
                await store.Execute("update work_items set level = 0, escalates_at = '2099-01-01T00:00:00.000Z'");
                if (due > 0) await store.Execute($"update work_items set escalates_at = '2026-01-01T00:00:00.000Z' where id in (select id from work_items order by id limit {due})");
                if (engine == Engine.Postgres) await store.Execute("vacuum analyze work_items");
                var (swept, holds) = await Sweeps.Until(() => store.Do(new EscalateDue()), EscalateDue.Most);
                if (swept != due) throw new InvalidOperationException($"{swept} of {due} were told.");
                if (round > 0) (longest, times) = ([.. longest, holds.Max()], [.. times, holds.Sum()]);   // the first warms up
                Log.Say($"sweep, {what} {engine}: {holds.Sum():n3} s, {holds.Count} transactions, the longest {holds.Max():n3} s");
            }
            findings.AddRange(Sweeps.Told($"a sweep over {Said(Tasks)} open tasks, {what}", engine, longest, times));
        }
        return findings;
    }

    static async Task<(List<Id<Unit>> Stores, List<Id<Person>> Heads)> Company(Store store)
    {
        var founded = await store.Do(new FoundCompany("Bench", "B", "Ada Ministrator", "a@example.com", "a long enough secret", Language.English));
        var (stores, heads) = (new List<Id<Unit>>(), new List<Id<Person>>());
        for (var r = 0; r < Regions; r++)
        {
            var region = await store.Do(new AddUnit($"R{r}", $"Region {r}", UnitKind.Region, founded.Root, new(2020, 1, 1)));
            await Head(region, $"region{r}");
            for (var u = 0; u < Stores / Regions; u++)
            {
                stores.Add(await store.Do(new AddUnit($"R{r}S{u}", $"Store {r}-{u}", UnitKind.Store, region, new(2020, 1, 1))));
                heads.Add(await Head(stores[^1], $"store{r}-{u}"));
            }
        }
        return (stores, heads);

        async Task<Id<Person>> Head(Id<Unit> unit, string name)
        {
            var person = await store.Do(new AddPerson(name, $"{name}@example.com", Language.English));
            await store.Do(new GrantRole(person, Role.Manager, unit));
            return person;
        }
    }

    static string Said(int number) => number.ToString("n0", CultureInfo.InvariantCulture);

    sealed record PutTasks(List<Id<Unit>> Units, List<Id<Person>> Heads) : Change<Done>
    {
        internal override Permission Needs => Permission.RunInstallation;

        internal override async Task<Done> Run(Session s)
        {
            await using var writer = s.Dialect.Append(s.Transaction, "work_items", "id", "kind", "subject_id", "title", "path", "unit_id", "owner_id", "due_at", "created_at", "ladder", "level", "escalates_at");
            for (var i = 0; i < Tasks; i++)
                await writer.Write(Guid.CreateVersion7(s.Now), "Case", Guid.CreateVersion7(s.Now), """{"en":"A customer waits"}""", "/cases/1", Units[i % Stores].Value, Heads[(i + 7) % Stores].Value, s.Now.AddMinutes(i % 10_000), s.Now, 0L, 0L, s.Now.AddMinutes(i % 10_000));
            await writer.Complete();
            return default;
        }
    }
}
