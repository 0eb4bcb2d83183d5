using Regard.Customers;
using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Standards;

/// <summary>What was promised to single customers of the units in care and is not settled, what is overdue first; and how much was kept, unit by unit.</summary>
/// <param name="UnitId">With all below it.</param>
public sealed record ListCustomerPromises(Id<Unit>? UnitId = null) : Question<CustomerPromisesView>
{
    /// <summary>More are counted and not listed.</summary>
    public const int Most = 200;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<CustomerPromisesView> Run(Session s)
    {
        var sight = await CustomerSight.Of(s);
        var care = sight.Tree.InCare(s.Caller, Needs);
        if (UnitId is { } asked && !care.Contains(asked)) throw new NotFound("There is no such unit in your care.");
        var units = sight.Tree.All.Where(u => care.Contains(u.Id)).ToList();
        var (open, kept) = ((await Open(s)).ToDictionary(o => o.UnitId), (await CustomerPromiseStore.Since(s, s.Today.AddDays(-ListPromises.Days))).ToLookup(t => t.UnitId));
        var within = UnitId is { } of ? sight.Tree.Under(of).Select(u => u.Id).Where(care.Contains) : units.Select(u => u.Id);
        var keys = s.Dialect.Keys(within.Select(u => u.Value));
        return new()
        {
            Now = s.Now, From = s.Today.AddDays(-ListPromises.Days),
            Units = [.. from unit in units
                        let below = sight.Tree.Under(unit.Id).Where(u => care.Contains(u.Id)).ToList()
                        let here = below.Select(u => open.GetValueOrDefault(u.Id)).OfType<OpenThere>().ToList()
                        let settled = below.SelectMany(u => kept[u.Id]).ToList()
                        where here.Count > 0 || settled.Count > 0
                        select new CustomerPromisesOfUnit(UnitLabel.Of(unit), sight.Tree.PathTo(unit.Id).Count(above => care.Contains(above.Id)) - 1, here.Sum(o => o.N), here.Sum(o => o.Overdue), KeptRate.Of(settled))],
            Count = UnitId is null ? units.Sum(u => open.GetValueOrDefault(u.Id)?.N ?? 0) : sight.Tree.Under(UnitId.Value).Where(u => care.Contains(u.Id)).Sum(u => open.GetValueOrDefault(u.Id)?.N ?? 0),
            Open = [.. (await Rows(s, keys)).Select(r => Seen(r, sight))],
        };
    }

    static async Task<IReadOnlyList<OpenThere>> Open(Session s) => await s.Many<OpenThere>("""
        select unit_id, count(*) as n, count(case when due_at < @Now then 1 end) as overdue from customer_promises where outcome is null group by unit_id
        """, new { s.Now });

    static async Task<IEnumerable<(CustomerPromise Promise, Whose Whose)>> Rows(Session s, System.Collections.IEnumerable keys)
    {
        var rows = await s.Many<CustomerPromise>($"{CustomerPromiseStore.Select} where m.outcome is null and {s.Dialect.Among("m.unit_id", "keys")} order by m.due_at, m.id limit {Most}", new Dictionary<string, object> { ["keys"] = keys });
        var whose = (await s.Many<Whose>($"select customer_id, number, name, unit_id from customers where {s.Dialect.Among("customer_id", "keys")}",
            new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(rows.Select(r => r.CustomerId.Value).Distinct()) })).ToDictionary(w => w.CustomerId);
        return rows.Select(r => (r, whose[r.CustomerId]));
    }

    static OpenCustomerPromise Seen((CustomerPromise Promise, Whose Whose) row, CustomerSight sight)
    {
        var (promise, whose) = row;
        var named = sight.SeesNames(whose.UnitId);
        return new(named ? promise : promise with { Words = PersonalData.Masked(promise.Words)! }, whose.Number, named ? whose.Name : PersonalData.Masked(whose.Name), sight.Sees(whose.UnitId));
    }

    sealed record OpenThere
    {
        public required Id<Unit> UnitId { get; init; }
        public required long N { get; init; }
        public required long Overdue { get; init; }
    }

    sealed record Whose
    {
        public required Id<Customer> CustomerId { get; init; }
        public required long Number { get; init; }
        public string? Name { get; init; }
        public Id<Unit>? UnitId { get; init; }
    }
}

public sealed record CustomerPromisesView
{
    public required DateTimeOffset Now { get; init; }
    /// <summary>What was settled since then counts.</summary>
    public required DateOnly From { get; init; }
    /// <summary>Where something is open or was settled, parents before children.</summary>
    public required IReadOnlyList<CustomerPromisesOfUnit> Units { get; init; }
    /// <summary>Open where it was asked for.</summary>
    public required long Count { get; init; }
    public required IReadOnlyList<OpenCustomerPromise> Open { get; init; }
}

/// <param name="Kept">Of those settled, with all units below, 0 to 1.</param>
public sealed record CustomerPromisesOfUnit(UnitLabel Unit, int Depth, long Open, long Overdue, Figure Kept);

/// <param name="HasPage">The customer is in the caller's care too.</param>
public sealed record OpenCustomerPromise(CustomerPromise Promise, long CustomerNumber, string? CustomerName, bool HasPage);
