using Regard.Customers;
using Regard.Surveys;
namespace Regard.Measures;

static class AnswererStore
{
    const int AtOnce = 2000;

    /// <summary>Who answered a wave by a link of their own, with their own events until then; merged customers and contacts with those they lead to.</summary>
    public static async Task<Dictionary<Guid, Answerer>> Of(Session s, Id<Wave> wave, int months)
    {
        var days = await Days(s, wave);
        if (days.Count == 0) return [];
        var leads = (await s.Many<Lead>("select customer_id, coalesce(merged_into, account_id) as leads_to from customers where merged_into is not null or account_id is not null")).ToDictionary(l => l.CustomerId.Value, l => l.LeadsTo.Value);
        var families = days.Keys.GroupBy(key => Root(leads, key)).ToDictionary(g => g.Key, g => g.ToList());
        var members = families.Keys.ToDictionary(root => root, root => root);
        foreach (var key in leads.Keys) if (Root(leads, key) is var root && families.ContainsKey(root)) members[key] = root;
        var happened = await Events(s, [.. members.Keys], days.Values.Max());
        var byFamily = happened.ToLookup(e => members[e.CustomerId.Value]);
        return families.SelectMany(f => f.Value.Select(key => (key, Answerer: Read(days[key], months, byFamily[f.Key])))).ToDictionary(a => a.key, a => a.Answerer);
    }

    static async Task<Dictionary<Guid, DateOnly>> Days(Session s, Id<Wave> wave)
    {
        var days = new Dictionary<Guid, DateOnly>();
        await s.Dialect.Read(s.Transaction, $"select customer_id, submitted_at from responses where wave_id = @wave and channel = '{nameof(ResponseChannel.PersonalLink)}'", new Dictionary<string, object> { ["wave"] = wave.Value },
            row => { var key = row.Guid(0); days[key] = DateOnly.FromDateTime(row.Moment(1).UtcDateTime); });
        return days;
    }

    static Guid Root(Dictionary<Guid, Guid> leads, Guid key)
    {
        while (leads.TryGetValue(key, out var to)) key = to;
        return key;
    }

    static async Task<List<Happened>> Events(Session s, IReadOnlyList<Guid> keys, DateOnly last)
    {
        var all = new List<Happened>();
        foreach (var some in keys.Chunk(AtOnce))
            all.AddRange(await s.Many<Happened>($"select customer_id, kind, day, amount from events where {s.Dialect.Among("customer_id", "keys")} and day <= @last", new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(some), ["last"] = last }));
        return all;
    }

    static Answerer Read(DateOnly day, int months, IEnumerable<Happened> events)
    {
        var (from, first, spent, count) = (day.AddMonths(-months), (DateOnly?)null, 0L, 0);
        foreach (var e in events.Where(e => e.Day <= day))
        {
            if (e.Kind.IsPurchase() && (first is null || e.Day < first)) first = e.Day;
            if (e.Day <= from) continue;
            count++;
            if (e.Kind.IsPurchase()) spent += e.Amount ?? 0;
            else if (e.Kind == EventKind.Return) spent -= e.Amount ?? 0;
        }
        return new(day, first, spent, count);
    }

    sealed record Lead
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Customer> LeadsTo { get; init; }
    }

    sealed record Happened
    {
        public required Id<Customer> CustomerId { get; init; }
        public required EventKind Kind { get; init; }
        public required DateOnly Day { get; init; }
        public long? Amount { get; init; }
    }
}
