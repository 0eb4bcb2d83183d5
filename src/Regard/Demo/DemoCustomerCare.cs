using Regard.Customers;
using Regard.Organisation;
using Regard.Standards;
namespace Regard.Demo;

/// <summary>What the demo's front line promised single customers in the last half year, and how these like to be served.</summary>
public static class DemoCustomerCare
{
    /// <summary>Settled promises of each store.</summary>
    public const int Settled = 10;
    /// <summary>How often they are kept in time.</summary>
    public const double Usually = 0.95;
    /// <summary>The store, by code, that keeps every third one only, and has one overdue.</summary>
    public const string Careless = "S2";
    public const double CarelessKeeps = 0.3;

    static readonly (string Words, string Instead)[] promises =
    [
        ("周五前把缺的配件调到店，到货当天来电。 The missing part is here by Friday; a call the day it comes.", "配件晚了两天才到，也没有去电。 The part came two days late and nobody called."),
        ("明天中午前报出维修价格。 A price for the repair by noon tomorrow.", "下午客户自己来问，才给报价。 The customer had to ask for it in the afternoon."),
        ("交车前帮您贴好年检标，行驶证放手套箱。 Inspection sticker on before handover, papers in the glove box.", "标没有贴。 The sticker was not on."),
        ("给您留一台代步车，周一九点来取。 A courtesy car kept for Monday at nine.", "周一九点没有车可用。 No car was there on Monday at nine."),
    ];

    static readonly string[] preferences =
    [
        "下午五点以后再来电。 Calls after five only.", "茶，不加糖。 Tea, no sugar.", "固定由同一位顾问接待。 Always the same adviser.", "更换的旧件要看一眼。 Wants to see the parts taken out.", "发信息，不打电话。 Messages, no calls.", "带孩子来，请留靠玩具角的座位。 Comes with children: seats near the toys.",
    ];

    internal static async Task Make(Office office, DemoClock clock, IReadOnlyList<(string Code, Id<Unit> Id)> stores, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams, DateTimeOffset now)
    {
        var chance = new Random(DemoCompany.Seed * 61);
        foreach (var (code, store) in stores)
        {
            clock.Now = now.AddDays(-170);
            var team = teams[store];
            var customers = (await office.Do(new FindCustomers(new() { Unit = store }, CustomerSort.Newest, Size: 12), team.Front[0])).Rows.Where(r => r.Kind == CustomerKind.Person).Select(r => r.CustomerId).ToList();
            if (customers.Count == 0) continue;
            foreach (var (at, customer) in customers.Take(4).Index()) await office.Do(new AddPreference(customer, preferences[(at + code[^1]) % preferences.Length], Day(clock.Now.AddDays(-20 * at))), team.Front[0]);
            for (var turn = 0; turn < Settled; turn++)
                await Settle(office, clock, team, store, customers[chance.Next(customers.Count)], now.AddDays(-160 + 15 * turn + chance.Next(8)), chance.NextDouble() < (code == Careless ? CarelessKeeps : Usually), chance, now.AddDays(-2));
            await Promise(office, clock, team, store, customers[0], now.AddHours(-20), 2 + chance.Next(4), promises[0].Words);
            if (code == Careless) await Promise(office, clock, team, store, customers[^1], now.AddDays(-4), 2, promises[1].Words);
        }
        clock.Now = now;
    }

    static Task<Id<CustomerPromise>> Promise(Office office, DemoClock clock, DemoTeam team, Id<Unit> store, Id<Customer> customer, DateTimeOffset at, int days, string words)
    {
        clock.Now = at;
        return office.Do(new PromiseToCustomer(customer, store, words, Day(at).AddDays(days)), team.Front[0]);
    }

    static async Task Settle(Office office, DemoClock clock, DemoTeam team, Id<Unit> store, Id<Customer> customer, DateTimeOffset at, bool kept, Random chance, DateTimeOffset until)
    {
        var said = promises[chance.Next(promises.Length)];
        var id = await Promise(office, clock, team, store, customer, at, 2, said.Words);
        clock.Now = at.AddDays(kept ? 1 : 4);
        var outcome = kept ? PromiseOutcome.Kept : chance.NextDouble() < 0.5 ? PromiseOutcome.Late : PromiseOutcome.Broken;
        var settled = await office.Do(new SettleCustomerPromise(customer, id, outcome, kept ? "" : said.Instead), team.Front[0]);
        if (settled.CaseNumber is { } number) await DemoServicePlan.Settle(office, clock, number, team.Manager, chance, until);
    }

    static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
