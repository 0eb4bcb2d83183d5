using Regard.Customers;
namespace Regard.Loyalty;

/// <summary>Where customers stand in the book; merged ones where the one stands that goes on, contacts where their account stands.</summary>
static class BookIndex
{
    public static async Task<Dictionary<Guid, int>> Of(Session s, CustomerBook book)
    {
        var index = new Dictionary<Guid, int>(book.Count);
        for (var c = 0; c < book.Count; c++) index[book.Keys[c]] = c;
        var merged = (await s.Many<Merged>("select customer_id, coalesce(merged_into, account_id) as leads_to from customers where merged_into is not null or account_id is not null")).ToDictionary(m => m.CustomerId.Value, m => m.LeadsTo.Value);
        foreach (var start in merged.Keys)
        {
            var key = start;
            while (merged.TryGetValue(key, out var into)) key = into;
            if (index.TryGetValue(key, out var at)) index[start] = at;
        }
        return index;
    }

    sealed record Merged
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Customer> LeadsTo { get; init; }
    }
}
