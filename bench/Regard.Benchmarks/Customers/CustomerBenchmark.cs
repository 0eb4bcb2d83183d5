using System.Diagnostics;
using System.Globalization;
using Regard.Benchmarks.Company;
using Regard.Benchmarks.Databases;
using Regard.Customers.Intake;
using Regard.Storage;
namespace Regard.Benchmarks.Customers;

/// <summary>Brings a million customers with ten million events in, once; and a day's file after them.</summary>
static class CustomerBenchmark
{
    const int EventsEach = 10, EventAim = 100_000;   // events a second on SQLite

    public static async Task<IReadOnlyList<Finding>> Run(Options options)
    {
        var findings = new List<Finding>();
        foreach (var engine in options.Engines) findings.AddRange(await Measure(engine, options.Rows));
        return findings;
    }

    static async Task<IReadOnlyList<Finding>> Measure(Engine engine, int customers)
    {
        var (people, events, day) = (Path.GetTempFileName(), Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            await using var store = await Store.On(engine);
            var company = await SurveyedCompany.In(store);
            var stores = company.Stores;
            await CustomerFiles.WriteCustomers(people, customers, stores);
            await CustomerFiles.WriteEvents(events, 'E', customers * EventsEach, customers, stores);
            await CustomerFiles.WriteEvents(day, 'D', 10_000, customers, stores);
            var first = await Take(store, people, (file, name) => new ImportCustomers(file, name));
            var second = await Take(store, events, (file, name) => new ImportEvents(file, name) { Currency = "CNY" });
            var third = await Take(store, day, (file, name) => new ImportEvents(file, name));
            using var self = Process.GetCurrentProcess();
            var (rate, size) = (customers * EventsEach / second.Seconds, await Size(store));
            var made = await WorkingBenchmark.Of(store, customers, customers * EventsEach + 10_000);
            return
            [
                new($"import of {Said(customers)} customers", engine.ToString(), $"{Said(customers / first.Seconds)} customers/s, {Said(first.Seconds)} s"),
                new($"import of {Said(customers * EventsEach)} events of {Said(customers)} customers", engine.ToString(), $"{Said(rate)} events/s, {Said(second.Seconds)} s", engine == Engine.Sqlite ? $"at least {Said(EventAim)}/s" : "", engine == Engine.Sqlite ? rate >= EventAim : null),
                new("import of a file of 10,000 events after them", engine.ToString(), $"{third.Seconds.ToString("n2", CultureInfo.InvariantCulture)} s"),
                new("the same: peak working set of the importing process", engine.ToString(), $"{Said(self.PeakWorkingSet64 / 1e6)} MB"),
                new("customers and events on disk", engine.ToString(), $"{Said(size / 1e6)} MB, {Said(size / (customers * (double)EventsEach))} bytes an event"),
                .. made,
            ];
        }
        finally { foreach (var file in new[] { people, events, day }) File.Delete(file); }
    }

    static async Task<Effort> Take(Store store, string file, Func<Stream, string, Intake> make)
    {
        await using var stream = File.OpenRead(file);
        var effort = await Effort.Of(async () =>
        {
            var report = (await store.Do(make(stream, Path.GetFileName(file)))).Report;
            if (report.TurnedAway > 0) throw new InvalidOperationException($"Line {report.Problems[0].Line}: {report.Problems[0].Words}");
        });
        Log.Say($"{store.Engine} {make(stream, "").Kind}: {effort.Seconds:n1} s, {effort.ProcessorSeconds:n1} processor seconds");
        return effort;
    }

    static async Task<double> Size(Store store)
    {
        if (store.Engine == Engine.Sqlite)
        {
            await store.Execute("pragma wal_checkpoint(truncate)");
            return new FileInfo(store.Setting).Length;
        }
        return await store.Ask<long>("select pg_database_size(current_database())");
    }

    static string Said(double number) => number.ToString("n0", CultureInfo.InvariantCulture);
}
