namespace Regard.Customers;

/// <summary>Follows the links between customers that were merged.</summary>
static class Merging
{
    /// <summary>No chain of merges is longer; a longer one is a fault and is not followed.</summary>
    const int Longest = 100;

    public const string Columns = """
        m.customer_id, m.number, m.name, m.unit_id, m.merged_into as into_id, i.number as into_number, i.name as into_name, m.merged_at, p.name as merged_by
        """;
    public const string From = "customers m join customers i on i.customer_id = m.merged_into left join people p on p.id = m.merged_by";

    /// <summary>The customer that goes on in this one's place; itself when it was not merged.</summary>
    public static async Task<Id<Customer>> Goer(Session s, Id<Customer> id) => (await Chain(s, id))[^1];

    /// <summary>From the customer itself to the one that goes on.</summary>
    public static async Task<IReadOnlyList<Id<Customer>>> Chain(Session s, Id<Customer> id)
    {
        var chain = new List<Id<Customer>> { id };
        while (chain.Count < Longest && await s.Maybe<Id<Customer>?>("select merged_into from customers where customer_id = @id and merged_into is not null", new { id = chain[^1] }) is { } next) chain.Add(next);
        return chain;
    }

    /// <summary>All that were merged into the customer, and into those.</summary>
    public static async Task<IReadOnlyList<MergedCustomer>> Into(Session s, Id<Customer> id)
    {
        var merged = new List<MergedCustomer>();
        for (var last = new List<Id<Customer>> { id }; last.Count > 0 && merged.Count < Longest * Longest;)
        {
            var some = await s.Many<MergedCustomer>($"select {Columns} from {From} where {s.Dialect.Among("m.merged_into", "last")} order by m.number", new Dictionary<string, object> { ["last"] = s.Dialect.Keys(last.Select(l => l.Value)) });
            merged.AddRange(some);
            last = some.ConvertAll(m => m.CustomerId);
        }
        return merged;
    }
}
