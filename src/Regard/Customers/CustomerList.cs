using Dapper;
namespace Regard.Customers;

/// <summary>The list of customers without a query: filtered, sorted, read by key so that the last page costs what the first does.</summary>
static class CustomerList
{
    const int MostSegments = 50;

    public static async Task<CustomersFound> Page(Session s, CustomerSight sight, CustomerFilter filter, CustomerSort sort, string? after, int size)
    {
        var order = CustomerOrder.Of(filter.Suppliers ? CustomerSort.Newest : sort);
        var most = filter.AsksStanding || filter.Segment is not null ? FindCustomers.MostCountedFiltered : FindCustomers.MostCounted;
        var values = new Dictionary<string, object>();
        var count = await s.Value<long>($"select count(*) from (select 1 as x {Counted(s, sight, filter, order, values)} limit {most + 1}) few", values);
        values = new() { ["size"] = size + 1 };
        var from = From(s, sight, filter, order, values);
        if (after is not null) order.Begin(after, values);
        var rows = await s.Many<CustomerRow>($"select {CustomerRow.Columns} {from} {(after is null ? "" : "and " + order.Beyond)} {order.By} limit @size", values);
        return new()
        {
            Rows = [.. rows.Take(size)], Next = rows.Count > size ? order.Next(rows[size - 1]) : null, Count = (int)Math.Min(count, most), IsMore = count > most,
        };
    }

    public static IAsyncEnumerable<CustomerRow> All(Session s, CustomerSight sight, CustomerFilter filter, CustomerSort sort)
    {
        var order = CustomerOrder.Of(filter.Suppliers ? CustomerSort.Newest : sort);
        var values = new Dictionary<string, object>();
        return s.Transaction.Connection!.QueryUnbufferedAsync<CustomerRow>($"select {CustomerRow.Columns} {From(s, sight, filter, order, values)} {order.By}", values, s.Transaction);
    }

    /// <summary>Read in the order asked for, so that it ends with the page: "cross" keeps SQLite from beginning with the other table. One unit has an index of its own.</summary>
    static string From(Session s, CustomerSight sight, CustomerFilter filter, CustomerOrder order, Dictionary<string, object> values)
    {
        string[] conditions = ["c.merged_into is null", .. Kinds(filter, order), sight.Within(s, "c.unit_id", "units", values, filter.Unit), .. filter.Conditions(values)];
        if (!order.IsByStanding) return $"from customers c left join standings g on g.customer_id = c.customer_id where {string.Join(" and ", conditions)}";
        if (sight.Only(filter.Unit) is { } unit)
        {
            values["unit"] = unit;
            conditions = ["g.unit_id = @unit", .. conditions];
        }
        return $"from standings g cross join customers c where c.customer_id = g.customer_id and {order.Column} is not null and {string.Join(" and ", conditions)}";
    }

    /// <summary>By the standings alone where they order the list: merged since the last working out, a customer counts until the next.</summary>
    static string Counted(Session s, CustomerSight sight, CustomerFilter filter, CustomerOrder order, Dictionary<string, object> values)
    {
        if (filter.Saved is not null) return From(s, sight, filter, order, values);
        if (!order.IsByStanding)
            return $"from customers c {(filter.AsksStanding ? "join standings g on g.customer_id = c.customer_id" : "")} where c.merged_into is null and {string.Join(" and ", [.. Kinds(filter, order), sight.Within(s, "c.unit_id", "units", values, filter.Unit), .. filter.Conditions(values)])}";
        return $"from standings g where {order.Column} is not null and {string.Join(" and ", [sight.Within(s, "g.unit_id", "units", values, filter.Unit), .. filter.Conditions(values, "g")])}";
    }

    /// <summary>Those with standings are customers anyway.</summary>
    static string[] Kinds(CustomerFilter filter, CustomerOrder order) => order.IsByStanding ? [] : [CustomerKinds.Condition(filter.Suppliers)];

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
