using System.Globalization;
using System.Text;
using MathNet.Numerics.Distributions;
namespace Regard.Demo;

/// <summary>The demo's customers, living on from wave to wave by <see cref="DemoCustomerModel"/>, and the files in which the company brings them.</summary>
public sealed class DemoCustomers
{
    readonly IReadOnlyList<string> stores;
    readonly DateOnly origin;
    readonly StringBuilder events = new();
    readonly List<DemoComplaint> complaints = [];
    readonly int seed;
    // Drawn apart, so that whatever else happens to customers stays as it was.
    readonly Random faults, costs;
    int eventNumber;

    /// <param name="count">Persons and fleets; contacts and duplicates come on top.</param>
    internal DemoCustomers(IReadOnlyList<DemoPerson> people, IReadOnlyList<string> stores, int count, int seed, DateOnly origin, DateOnly now)
    {
        (this.stores, this.seed, this.origin, faults, costs) = (stores, seed, origin, new(seed * 59), new(seed * 73));
        All = [.. people.Take(count).Select(p => Make(p, now))];
        names = people.Take(count).ToDictionary(p => p.ExternalId);
    }

    readonly Dictionary<string, DemoPerson> names;

    public IReadOnlyList<DemoCustomer> All { get; }

    DemoCustomer Make(DemoPerson person, DateOnly now)
    {
        var chance = new Random(seed * 7919 + person.Number);
        var segment = DemoCustomerModel.Of(person.Number);
        var since = origin.AddDays((int)(chance.NextDouble() * (now.DayNumber - 30 - origin.DayNumber)));
        return new()
        {
            Number = person.Number, ExternalId = person.ExternalId, Segment = segment, Store = person.Store, Since = since, Chance = chance, NextDay = since.DayNumber,
            Rate = Gamma.Sample(chance, segment.R, segment.Alpha), DropOut = Beta.Sample(chance, segment.A, segment.B),
            Spend = segment.P / Gamma.Sample(chance, segment.Q, segment.Gamma),
            ContractYears = segment != DemoCustomerModel.Fleet && chance.NextDouble() < DemoCustomerModel.ContractShare ? Years(chance) : null,
        };
    }

    /// <summary>Until it is not renewed, one at least; more than fifty are never seen.</summary>
    static int Years(Random chance)
    {
        var (leaves, years) = (Beta.Sample(chance, DemoCustomerModel.ContractAlpha, DemoCustomerModel.ContractBeta), 1);
        while (years < 50 && chance.NextDouble() >= leaves) years++;
        return years;
    }

    /// <summary>Lets everybody live until that day.</summary>
    public void Advance(DateOnly until)
    {
        foreach (var customer in All)
            while (customer.GoneOn is null && customer.NextDay <= until.DayNumber) Buy(customer, DateOnly.FromDayNumber((int)customer.NextDay), until);
    }

    void Buy(DemoCustomer c, DateOnly day, DateOnly until)
    {
        var first = c.Purchases++ == 0;
        if (first && c.Chance.NextDouble() < DemoCustomerModel.NewCarShare)
        {
            var price = 100 * Math.Round((DemoCustomerModel.NewCarFrom + c.Chance.NextDouble() * (DemoCustomerModel.NewCarTo - DemoCustomerModel.NewCarFrom)) / 100);
            Event(c, "purchase", day, price, price * DemoCustomerModel.NewCarProfit, "new car");
        }
        else
        {
            var (category, kind, _, share) = Pick(c.Chance.NextDouble());
            // Gamma-gamma: gamma of shape p around the customer's own mean.
            var amount = Math.Max(20, Gamma.Sample(c.Chance, c.Segment.P, c.Segment.P / c.Spend));
            if (c.Chance.NextDouble() < 0.04) Event(c, "visit", day, null, null, category, asset: false);
            Event(c, kind, day, amount, amount * (share + 0.08 * (c.Chance.NextDouble() - 0.5)), category, fault: category == "repair" ? Fault(c, day, until) : null);
            if (category == "accessories" && c.Chance.NextDouble() < 0.03) Event(c, "return", Earlier(day.AddDays(5), until), amount, null, category, asset: false);
            if (c.Chance.NextDouble() < 0.02) Event(c, "declined_sale", day, null, null, "tyres", asset: false);
        }
        c.LastDay = day;
        if (!first) Stay(c, day, until);
        if (c.GoneOn is null) c.NextDay = day.DayNumber + Math.Max(1, Exponential.Sample(c.Chance, c.Rate) * 7);
    }

    // As in the BG/NBD model, nobody leaves after the first purchase alone.
    void Stay(DemoCustomer c, DateOnly day, DateOnly until)
    {
        if (c.Chance.NextDouble() < c.DropOut) c.GoneOn = day;
        else if (c.Chance.NextDouble() < DemoCustomerModel.ComplaintShare) Complain(c, day, until);
    }

    void Complain(DemoCustomer c, DateOnly day, DateOnly until)
    {
        c.Complained = true;
        Event(c, "call", Earlier(day.AddDays(2), until), null, null, "complaint", asset: false);
        var made = c.Chance.NextDouble() < DemoCustomerModel.RecoveredShare;
        complaints.Add(new(c, day, made));
        if (made)
        {
            c.Recovered = true;
            Event(c, "call", Earlier(day.AddDays(6), until), null, null, "recovery", asset: false);
        }
        if (c.Chance.NextDouble() < (made ? DemoCustomerModel.LeavesAfterRecovery : DemoCustomerModel.LeavesAfterComplaint)) c.GoneOn = day;
    }

    /// <summary>Those who had reason to complain since this was asked last.</summary>
    internal IReadOnlyList<DemoComplaint> NewComplaints()
    {
        DemoComplaint[] told = [.. complaints];
        complaints.Clear();
        return told;
    }

    static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    static (string Category, string Kind, double Share, double Profit) Pick(double u)
    {
        foreach (var category in DemoCustomerModel.Categories) if ((u -= category.Share) < 0) return category;
        return DemoCustomerModel.Categories[0];
    }

    /// <summary>The fault of a repair; some come back, and are mended for nothing.</summary>
    string Fault(DemoCustomer c, DateOnly day, DateOnly until)
    {
        var fault = $"F{faults.Next(1, 41):00}";
        var again = day.AddDays(faults.Next(3, 28));
        if (faults.NextDouble() < DemoMetrics.ReworkRate(c.Store) && again <= until) Event(c, "visit", again, null, null, "repair", fault: fault, cost: costs.NextDouble() < DemoMetrics.CostGiven ? DemoMetrics.ReturnCost * (0.7 + 0.6 * costs.NextDouble()) : null);
        return fault;
    }

    void Event(DemoCustomer c, string kind, DateOnly day, double? amount, double? profit, string category, bool asset = true, string? fault = null, double? cost = null) => events.Append(CultureInfo.InvariantCulture,
        $"E{++eventNumber:000000},{c.ExternalId},{kind},{day:yyyy-MM-dd},{stores[c.Store]},{amount:0.00},{profit:0.00},{category},{(asset ? $"V-{c.ExternalId}" : "")},{fault},{cost:0.00}\n");

    /// <summary>Whom the company asks in a wave: some of those who came in the half-year before.</summary>
    public IReadOnlyList<DemoCustomer> Asked(int wave, DateOnly closing)
    {
        var lately = All.Where(c => c.LastDay is { } last && last >= closing.AddDays(-180)).ToArray();
        new Random(seed * 31 + wave).Shuffle(lately);
        return [.. lately.Take(DemoCustomerModel.InvitedEachWave)];
    }

    /// <summary>The customer has said how satisfied they are.</summary>
    /// <param name="satisfaction">0 to 1.</param>
    /// <param name="switching">How hard it would be to change, 1 to 7.</param>
    public void Heard(DemoCustomer customer, DateOnly day, double satisfaction, double switching)
    {
        if (customer.GoneOn is null && customer.Chance.NextDouble() < DemoCustomerModel.LeavesAfterAnswer(satisfaction, switching)) customer.GoneOn = day;
    }

    /// <summary>The files of what is new until that day; each as text, empty when there is nothing new.</summary>
    public DemoFiles Files(DateOnly until, bool last)
    {
        var (customers, assets, contracts, consents) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var c in All.Where(c => !c.Told && c.Since <= until))
        {
            c.Told = true;
            var (person, fleet) = (names[c.ExternalId], c.Segment == DemoCustomerModel.Fleet);
            customers.Append(CultureInfo.InvariantCulture, $"{c.ExternalId},{person.Name},{person.Email},{person.Phone},{person.Language},{stores[c.Store]},{c.Segment.Name},{c.Since:yyyy-MM-dd},{(fleet ? "account" : "person")},\n");
            if (fleet) customers.Append(CultureInfo.InvariantCulture, $"{c.ExternalId}-1,{DemoPeople.NameOf(c.Chance)},fleet{c.Number}@example.com,137{c.Number:00000000},zh-Hans,{stores[c.Store]},{c.Segment.Name},{c.Since:yyyy-MM-dd},person,{c.ExternalId}\n");
            // Somebody typed the same person in anew, with the number written otherwise.
            if (!fleet && c.Chance.NextDouble() < DemoCustomerModel.DuplicateShare) customers.Append(CultureInfo.InvariantCulture, $"N{c.Number:00000},{person.Name},,+86 {person.Phone[..3]} {person.Phone[3..7]} {person.Phone[7..]},,{stores[(c.Store + 1) % stores.Count]},{c.Segment.Name},{until:yyyy-MM-dd},person,\n");
            assets.Append(CultureInfo.InvariantCulture, $"V-{c.ExternalId},{c.ExternalId},vehicle,{(fleet ? "Transit" : c.Segment == DemoCustomerModel.Vip ? "Horizon L" : "Horizon S")},{"京沪浙苏皖闽粤湘桂琼"[c.Store % 10]}A{c.Number:00000},LRG{c.Number:00000000000000},{c.Since:yyyy-MM-dd}\n");
            if (c.Chance.NextDouble() < 0.6) consents.Append(CultureInfo.InvariantCulture, $"{c.ExternalId},survey,email,yes,{c.Since:yyyy-MM-dd},form\n");
            if (c.Chance.NextDouble() < 0.5) consents.Append(CultureInfo.InvariantCulture, $"{c.ExternalId},marketing,phone,{((c.MarketingByPhone = c.Chance.NextDouble() < 0.3) ? "yes" : "no")},{c.Since:yyyy-MM-dd},counter\n");
        }
        if (last) foreach (var (n, name, kind, store) in DemoGroup.Suppliers.Select((s, n) => (n, s.Name, s.Kind, s.Store))) customers.Append(CultureInfo.InvariantCulture, $"S{n + 1:000},{name},supplier{n + 1}@example.com,,zh-Hans,{stores[store]},,{origin:yyyy-MM-dd},{kind},\n");
        if (last) foreach (var c in All.Where(c => c.ContractYears is not null && c.Since <= until)) Contract(contracts, c, until);
        var files = new DemoFiles(
            Headed("external_id,name,email,phone,language,unit,segment,since,kind,account", customers), Headed("asset_id,customer,kind,model,plate,serial,from", assets),
            Headed("contract_id,customer,kind,unit,from,until,ended_on,ended_because,yearly_amount", contracts), Headed("event_id,customer,kind,date,unit,amount,profit,category,asset,fault,cost", events),
            Headed("customer,purpose,channel,given,said_on,source", consents));
        events.Clear();
        return files;
    }

    void Contract(StringBuilder to, DemoCustomer c, DateOnly until)
    {
        var (from, years) = (c.Since, c.ContractYears!.Value);
        var end = from.AddYears(years).AddDays(-1);
        if (end < until) to.Append(CultureInfo.InvariantCulture, $"M-{c.ExternalId},{c.ExternalId},maintenance,{stores[c.Store]},{from:yyyy-MM-dd},{end:yyyy-MM-dd},{end:yyyy-MM-dd},not renewed,{DemoCustomerModel.ContractYuan}\n");
        else
        {
            var running = 1;
            while (from.AddYears(running).AddDays(-1) < until) running++;
            to.Append(CultureInfo.InvariantCulture, $"M-{c.ExternalId},{c.ExternalId},maintenance,{stores[c.Store]},{from:yyyy-MM-dd},{from.AddYears(running).AddDays(-1):yyyy-MM-dd},,,{DemoCustomerModel.ContractYuan}\n");
        }
    }

    static string Headed(string header, StringBuilder rows) => rows.Length == 0 ? "" : $"{header}\n{rows}";
}

/// <summary>What the company brings at a time, as CSV.</summary>
public sealed record DemoFiles(string Customers, string Assets, string Contracts, string Events, string Consents);

/// <param name="MadeGood">Whether the company put it right.</param>
public sealed record DemoComplaint(DemoCustomer Customer, DateOnly Day, bool MadeGood);
