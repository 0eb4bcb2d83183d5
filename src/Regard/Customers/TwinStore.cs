using System.Text.Json;
namespace Regard.Customers;

static class TwinStore
{
    /// <summary>Pairs with one of these that nobody has judged.</summary>
    public static async Task<long> CountOf(Session s, IReadOnlyList<Id<Customer>> ids)
    {
        var values = new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(ids.Select(i => i.Value)) };
        var pairs = await s.Many<Row>($"""
            select customer_id, other_id, score, reasons from customer_twins
            where {s.Dialect.Among("customer_id", "keys")} or {s.Dialect.Among("other_id", "keys")}
            """, values);
        var within = ids.ToHashSet();
        pairs.RemoveAll(p => within.Contains(p.CustomerId) && within.Contains(p.OtherId));
        return (await Unjudged(s, pairs)).Count;
    }

    /// <summary>Some pairs from that place on, most alike first.</summary>
    public static async Task<List<Twin>> Some(Session s, int from, int howMany)
    {
        var rows = await s.Many<Row>("select customer_id, other_id, score, reasons from customer_twins order by score desc, customer_id, other_id limit @howMany offset @from", new { howMany, from });
        return rows.ConvertAll(r => new Twin { CustomerId = r.CustomerId, OtherId = r.OtherId, Score = r.Score, Reasons = JsonSerializer.Deserialize<List<TwinReason>>(r.Reasons)! });
    }

    /// <summary>Those of these keys that were found to be two.</summary>
    public static async Task<HashSet<(Id<Customer>, Id<Customer>)>> Apart(Session s, IEnumerable<Id<Customer>> first) =>
        [.. (await s.Many<Row>($"select customer_id, other_id, 0.0 as score, '' as reasons from customers_apart where {s.Dialect.Among("customer_id", "keys")}",
            new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(first.Select(f => f.Value).Distinct()) })).Select(r => (r.CustomerId, r.OtherId))];

    static async Task<List<Row>> Unjudged(Session s, List<Row> pairs)
    {
        if (pairs.Count == 0) return pairs;
        var apart = await Apart(s, pairs.Select(p => p.CustomerId));
        return pairs.FindAll(p => !apart.Contains((p.CustomerId, p.OtherId)));
    }

    sealed record Row
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Customer> OtherId { get; init; }
        public required double Score { get; init; }
        public required string Reasons { get; init; }
    }
}
