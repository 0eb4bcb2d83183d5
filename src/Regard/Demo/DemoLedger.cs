using System.Globalization;
using System.Text;
using Regard.Loyalty;
namespace Regard.Demo;

/// <summary>What the demo company spends for its customers, and the market shares of its stores, as files.</summary>
static class DemoLedger
{
    /// <param name="closings">The day on which each wave closed.</param>
    public static async Task Bring(Office office, Caller installation, DemoCustomers customers, DemoTruth truth, IReadOnlyList<string> stores, IReadOnlyList<DateOnly> closings, DateOnly now)
    {
        if (customers.All.Count == 0) return;
        List<DateOnly> quarters = [.. Quarters(closings[0].AddMonths(-6), now)];
        if (Costs(customers, quarters) is { Length: > 0 } costs) await office.Do(new BringCosts(File(costs), "costs.csv"), installation);
        await office.Do(new BringMarketShares(File(Shares(truth, stores, closings, quarters)), "market-shares.csv"), installation);
    }

    static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>First days of the quarters that are over.</summary>
    static IEnumerable<DateOnly> Quarters(DateOnly from, DateOnly now)
    {
        for (var begin = new DateOnly(from.Year, (from.Month - 1) / 3 * 3 + 1, 1); begin.AddMonths(3) <= now; begin = begin.AddMonths(3)) yield return begin;
    }

    static string Costs(DemoCustomers customers, List<DateOnly> quarters)
    {
        var text = new StringBuilder("unit,kind,from,until,amount,words,points,customers\n");
        foreach (var begin in quarters)
        {
            var end = begin.AddMonths(3);
            var won = customers.All.Count(c => c.Since >= begin && c.Since < end);
            var kept = customers.All.Count(c => c.Since < begin && (c.GoneOn is null || c.GoneOn >= begin));
            if (won > 0) text.Append(CultureInfo.InvariantCulture, $"{DemoGroup.Code},acquisition,{begin:yyyy-MM-dd},{end.AddDays(-1):yyyy-MM-dd},{won * DemoCustomerModel.AcquisitionYuan:0.00},广告与试驾 Advertising and test drives,,\n");
            if (kept > 0) text.Append(CultureInfo.InvariantCulture, $"{DemoGroup.Code},retention,{begin:yyyy-MM-dd},{end.AddDays(-1):yyyy-MM-dd},{kept * DemoCustomerModel.RetentionYuan:0.00},会员关怀 Member care,,\n");
            if (begin.Month == 1 && kept > 0) text.Append(CultureInfo.InvariantCulture, $"{DemoGroup.Code},satisfaction,{begin:yyyy-MM-dd},{begin.AddYears(1).AddDays(-1):yyyy-MM-dd},{2 * kept * DemoCustomerModel.PointYuan:0.00},服务培训 Service training,2,{kept}\n");
        }
        return text.ToString();
    }

    static string Shares(DemoTruth truth, IReadOnlyList<string> stores, IReadOnlyList<DateOnly> closings, List<DateOnly> quarters)
    {
        var (text, chance) = (new StringBuilder("unit,from,until,share,source\n"), new Random(truth.Seed + 5));
        var index = stores.Select((_, store) => closings.Select((_, wave) => truth.Index(store, wave)).ToArray()).ToArray();
        var usual = index.SelectMany(i => i).Average();
        foreach (var begin in quarters)
        {
            // What customers felt in the wave that closed in the quarter before, or earlier.
            var wave = closings.Index().Where(c => c.Item < begin).Select(c => c.Index).DefaultIfEmpty(-1).Max();
            if (wave < 0) continue;
            var sum = 0.0;
            for (var store = 0; store < stores.Count; store++)
            {
                var share = DemoCustomerModel.MarketShare + DemoCustomerModel.MarketSharePerPoint * (index[store][wave] - usual) + DemoCustomerModel.MarketShareSpread * (chance.NextDouble() + chance.NextDouble() + chance.NextDouble() - 1.5) * 2;
                text.Append(CultureInfo.InvariantCulture, $"{stores[store]},{begin:yyyy-MM-dd},{begin.AddMonths(3).AddDays(-1):yyyy-MM-dd},{Math.Max(0.5, share):0.00},上牌统计 Registrations\n");
                sum += Math.Max(0.5, share);
            }
            text.Append(CultureInfo.InvariantCulture, $"{DemoGroup.Code},{begin:yyyy-MM-dd},{begin.AddMonths(3).AddDays(-1):yyyy-MM-dd},{sum / stores.Count:0.00},上牌统计 Registrations\n");
        }
        return text.ToString();
    }
}
