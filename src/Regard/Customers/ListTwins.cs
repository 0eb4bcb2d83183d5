using Regard.Organisation;
namespace Regard.Customers;

/// <summary>Pairs of customers in the caller's care that look like one and that nobody has judged, most alike first.</summary>
public sealed record ListTwins(Id<Customer>? Of = null, int Size = 20) : Question<TwinPage>
{
    const int AtOnce = 500;

    internal override Permission Needs => Permission.EditCustomers;

    internal override IEnumerable<Problem> Check()
    {
        if (Size is < 1 or > 200) yield return new(nameof(Size), "A page holds 1 to {0} rows.", 200);
    }

    internal override async Task<TwinPage> Run(Session s)
    {
        var sight = await CustomerSight.Of(s, Needs);
        var pairs = new List<TwinPair>();
        var waiting = 0;
        for (var from = 0; await TwinStore.Some(s, from, AtOnce) is { Count: > 0 } some; from += AtOnce)
        {
            var open = await Open(s, sight, Of is { } one ? some.FindAll(t => t.CustomerId == one || t.OtherId == one) : some);
            waiting += open.Count;
            pairs.AddRange(open.Take(Size - pairs.Count));
        }
        return new()
        {
            Pairs = [.. await WithAssets(s, pairs, sight)], Waiting = waiting,
            LastSearch = (await s.Many<TwinSearchDone>("select customers, pairs, crowds, done_at from twin_searches order by done_at desc limit 1")).FirstOrDefault(),
            Running = (await s.Many<TwinRun>($"select {TwinRun.Columns} from twin_runs")).FirstOrDefault(),
        };
    }

    static async Task<List<TwinPair>> Open(Session s, CustomerSight sight, List<Twin> twins)
    {
        if (twins.Count == 0) return [];
        var apart = await TwinStore.Apart(s, twins.Select(t => t.CustomerId));
        var keys = s.Dialect.Keys(twins.SelectMany(t => new[] { t.CustomerId.Value, t.OtherId.Value }).Distinct());
        var customers = (await s.Many<Customer>($"select {CustomerStore.Columns} from customers c where c.merged_into is null and {s.Dialect.Among("c.customer_id", "keys")}", new Dictionary<string, object> { ["keys"] = keys }))
            .Where(c => sight.Sees(c.UnitId)).ToDictionary(c => c.CustomerId);
        return [.. from t in twins
                   where !apart.Contains((t.CustomerId, t.OtherId)) && customers.ContainsKey(t.CustomerId) && customers.ContainsKey(t.OtherId)
                   let sides = new[] { customers[t.CustomerId], customers[t.OtherId] }.OrderBy(c => c.Number).ToList()
                   select new TwinPair(Side(sides[0], sight), Side(sides[1], sight), t.Score, t.Reasons)];
    }

    static TwinSide Side(Customer c, CustomerSight sight) => new() { Customer = Masking.Seen(c, sight), UnitName = sight.UnitName(c.UnitId) };

    static async Task<IEnumerable<TwinPair>> WithAssets(Session s, List<TwinPair> pairs, CustomerSight sight)
    {
        if (pairs.Count == 0) return pairs;
        var values = new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(pairs.SelectMany(p => new[] { p.First.Customer.CustomerId.Value, p.Second.Customer.CustomerId.Value }).Distinct()) };
        var assets = (await s.Many<Asset>($"select customer_id, id, external_id, kind, model, plate, serial from assets where {s.Dialect.Among("customer_id", "keys")} order by plate, serial", values)).ToLookup(a => a.CustomerId);
        var events = (await s.Many<Bought>($"select customer_id, count(*) as events, max(day) as last_day from events where {s.Dialect.Among("customer_id", "keys")} group by customer_id", values)).ToDictionary(e => e.CustomerId);
        return pairs.Select(p => p with { First = With(p.First), Second = With(p.Second) });

        TwinSide With(TwinSide side) => side with
        {
            Assets = [.. assets[side.Customer.CustomerId].Select(a => a.Plate ?? a.Serial ?? a.Model ?? a.Kind).Select(t => sight.SeesNames(side.Customer.UnitId) ? t : PersonalData.Masked(t)!)],
            Events = events.GetValueOrDefault(side.Customer.CustomerId)?.Events ?? 0, LastDay = events.GetValueOrDefault(side.Customer.CustomerId)?.LastDay,
        };
    }

    sealed record Bought
    {
        public required Id<Customer> CustomerId { get; init; }
        public required long Events { get; init; }
        public DateOnly? LastDay { get; init; }
    }
}

/// <param name="First">The one with the lower number.</param>
public sealed record TwinPair(TwinSide First, TwinSide Second, double Score, IReadOnlyList<TwinReason> Reasons);

public sealed record TwinSide
{
    public required Customer Customer { get; init; }
    public string? UnitName { get; init; }
    public IReadOnlyList<string> Assets { get; init; } = [];
    public long Events { get; init; }
    public DateOnly? LastDay { get; init; }
}

public sealed record TwinPage
{
    public required IReadOnlyList<TwinPair> Pairs { get; init; }
    /// <summary>Pairs left to judge, those on this page with them.</summary>
    public required int Waiting { get; init; }
    public TwinSearchDone? LastSearch { get; init; }
    /// <summary>The search that waits or runs; null when none does.</summary>
    public TwinRun? Running { get; init; }
}

public sealed record TwinSearchDone
{
    public required long Customers { get; init; }
    public required long Pairs { get; init; }
    /// <summary>Numbers and addresses that too many share to tell anything.</summary>
    public required long Crowds { get; init; }
    public required DateTimeOffset DoneAt { get; init; }
}
