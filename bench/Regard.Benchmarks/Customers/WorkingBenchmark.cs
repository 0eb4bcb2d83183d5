using System.Diagnostics;
using System.Globalization;
using Regard.Benchmarks.Databases;
using Regard.Customers;
using Regard.Loyalty;
using Regard.Statistics;
namespace Regard.Benchmarks.Customers;

/// <summary>What is made of the customers that were brought in: grades, the whole working out, and the pages that people look at.</summary>
static class WorkingBenchmark
{
    const int PagesAsked = 200;

    public static async Task<IReadOnlyList<Finding>> Of(Store store, int customers, int events)
    {
        var (name, on) = ($"{Said(customers)} customers with {Said(events)} events", store.Engine.ToString());
        var day = new DateOnly(2025, 2, 8);
        var grading = await Effort.Of(async () =>
        {
            var book = await store.Do(new ReadCustomerBook(day));
            ValueGrades.ByShare(WorthUntil.Of(book, GradeBasis.Revenue, 12, day.DayNumber), ValueGrades.UsualCuts);
        });
        Log.Say($"{store.Engine} grading: {grading.Seconds:n1} s, {grading.ProcessorSeconds:n1} processor seconds");
        var whole = await Effort.Of(() => new CustomerWorking(store.Office, TimeProvider.System).Run(store.Operator, day));
        Log.Say($"{store.Engine} working out: {whole.Seconds:n1} s, {whole.ProcessorSeconds:n1} processor seconds");
        var found = (await store.Do(new FindCustomers(new() { Query = "" }))).Rows.Select(r => r.CustomerId).ToList();
        var page = await Median(i => store.Do(new ShowCustomer(found[i % found.Count])));
        return
        [
            new($"grading {name}, from the database", on, $"{Number(grading.Seconds, 1)} s", "under 10 s", grading.Seconds < 10),
            new("the whole working out: grades of 13 quarters, churn, models, outlooks, all kept", on, $"{Number(whole.Seconds, 1)} s"),
            new("one customer's page with so many", on, $"{Number(page, 1)} ms", "under 30 ms", page < 30),
            new("a search by the beginning of a phone number", on, $"{Number(await Median(i => store.Do(new FindCustomers(new() { Query = $"1{30_000_000 + i * 37}" }))), 1)} ms"),
        ];
    }

    static async Task<double> Median<T>(Func<int, Task<T>> ask)
    {
        var times = new List<double>();
        for (var i = 0; i < PagesAsked; i++)
        {
            var watch = Stopwatch.StartNew();
            await ask(i);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return times[PagesAsked / 2];
    }

    static string Said(double number) => number.ToString("n0", CultureInfo.InvariantCulture);
    static string Number(double value, int decimals) => value.ToString("n" + decimals, CultureInfo.InvariantCulture);
}
