using Dapper;
namespace Regard.Customers;

/// <summary>The list of customers without a query: filtered, sorted, read by key so that the last page costs what the first does.</summary>
static class CustomerList
{
    const int MostSegments = 50;

    public static async Task<CustomersFound> Page(Session s, CustomerSight sight, CustomerFilter filter, CustomerSort sort, string? after, int size)
    {
        var order = CustomerOrder.Of(sort);
        var values = new Dictionary<string, object>();
        var from = From(s, sight, filter, order, values);
        var count = await s.Value<long>($"select count(*) from (select 1 {from} limit {FindCustomers.MostCounted + 1}) few", values);
        if (after is not null) order.Begin(after, values);
        values["size"] = size + 1;
        var rows = await s.Many<CustomerRow>($"select {CustomerRow.Columns} {from} {(after is null ? "" : "and " + order.Beyond)} {order.By} limit @size", values);
        return new()
        {
            Rows = [.. rows.Take(size)], Next = rows.Count > size ? order.Next(rows[size - 1]) : null,
            Count = (int)Math.Min(count, FindCustomers.MostCounted), IsMore = count > FindCustomers.MostCounted,
        };
    }

    public static IAsyncEnumerable<CustomerRow> All(Session s, CustomerSight sight, CustomerFilter filter, CustomerSort sort)
    {
        var order = CustomerOrder.Of(sort);
        var values = new Dictionary<string, object>();
        return s.Transaction.Connection!.QueryUnbufferedAsync<CustomerRow>($"select {CustomerRow.Columns} {From(s, sight, filter, order, values)} {order.By}", values, s.Transaction);
    }

    static string From(Session s, CustomerSight sight, CustomerFilter filter, CustomerOrder order, Dictionary<string, object> values)
    {
        var conditions = new List<string> { "c.merged_into is null", sight.Within(s, "c.unit_id", "units", values, filter.Unit) };
        conditions.AddRange(filter.Conditions(values));
        if (!order.IsByStanding) return $"from customers c left join standings g on g.customer_id = c.customer_id where {string.Join(" and ", conditions)}";
        // The standing's own unit leads to its index; the customer's decides.
        conditions.Add(sight.Within(s, "g.unit_id", "units", values, filter.Unit));
        conditions.Add($"{order.Column} is not null");
        return $"from standings g join customers c on c.customer_id = g.customer_id where {string.Join(" and ", conditions)}";
    }

    public static async Task<bool> IsAnyThere(Session s, CustomerSight sight)
    {
        var values = new Dictionary<string, object>();
        return await s.Value<long>($"select count(*) from (select 1 from customers c where {sight.Within(s, "c.unit_id", "units", values)} limit 1) few", values) > 0;
    }

    /// <summary>The segments there are, found one after the other by their index.</summary>
    public static async Task<IReadOnlyList<string>> Segments(Session s)
    {
        var found = new List<string>();
        for (var last = ""; found.Count < MostSegments && await s.Maybe<string>("select min(segment) from customers where segment > @last", new { last }) is { } next; last = next) found.Add(next);
        return found;
    }
}
