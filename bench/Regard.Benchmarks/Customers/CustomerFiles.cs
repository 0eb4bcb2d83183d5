using System.Globalization;
using System.Text;
namespace Regard.Benchmarks.Customers;

/// <summary>The files that a company with many customers would bring: each with ten events on average, as a till writes them day by day.</summary>
static class CustomerFiles
{
    const int Days = 1500;

    public static async Task WriteCustomers(string file, int customers, IReadOnlyList<string> stores)
    {
        await using var writer = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 17);
        await writer.WriteAsync("external_id,name,phone,email,unit,segment,since\n");
        for (var i = 0; i < customers; i++)
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"K{i:0000000},王{(char)('一' + i % 3000)},1{30000000 + i:00000000}{i % 100:00},k{i}@example.com,{stores[i % stores.Count]},{(i % 7 == 0 ? "fleet" : "private")},2021-01-01\n"));
    }

    public static async Task WriteEvents(string file, char mark, int events, int customers, IReadOnlyList<string> stores)
    {
        var chance = new Random(7);
        await using var writer = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 17);
        await writer.WriteAsync("event_id,customer,kind,date,unit,amount,profit,category\n");
        var first = new DateOnly(2021, 1, 2);
        string[] categories = ["maintenance", "repair", "tyres", "accessories"];
        for (var i = 0; i < events; i++)
        {
            var (customer, amount) = (chance.Next(customers), chance.Next(10_000, 500_000));
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{mark}{i:00000000},K{customer:0000000},{(i % 3 == 0 ? "purchase" : "work_order")},{first.AddDays((int)((long)i * Days / events)):yyyy-MM-dd},{stores[customer % stores.Count]},{amount / 100}.{amount % 100:00},{amount / 400}.{amount % 100:00},{categories[i % 4]}\n"));
        }
    }
}
