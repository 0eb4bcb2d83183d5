using System.Globalization;
namespace Regard.Customers;

/// <summary>Customers found by a query: the first some hundred that fit, best fit first.</summary>
static class CustomerSearch
{
    public static async Task<CustomersFound> Page(Session s, CustomerSight sight, CustomerFilter filter, int start, int size)
    {
        var query = filter.Query!.Trim();
        var found = await ByNumber(s, sight, filter, query);
        if (sight.SeesAnyNames)
            foreach (var asked in CustomerWords.Asked(query))
            {
                var some = await ByWords(s, sight, filter, asked);
                found.AddRange(some);
                if (some.Count > 0) break;
            }
        var rows = found.DistinctBy(r => r.CustomerId).OrderBy(r => Fit(r, query)).ThenByDescending(r => r.Worth ?? -1).ThenBy(r => r.Number).ToList();
        return new()
        {
            Rows = [.. rows.Skip(start).Take(size)], Next = start + size < rows.Count ? (start + size).ToString(CultureInfo.InvariantCulture) : null,
            Count = Math.Min(rows.Count, FindCustomers.MostFound), IsMore = rows.Count > FindCustomers.MostFound,
        };
    }

    static async Task<List<CustomerRow>> ByNumber(Session s, CustomerSight sight, CustomerFilter filter, string query)
    {
        if (!long.TryParse(query.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return [];
        return await Goers(s, sight, filter, "c.number = @number", new() { ["number"] = number }, named: false);
    }

    static Task<List<CustomerRow>> ByWords(Session s, CustomerSight sight, CustomerFilter filter, IReadOnlyList<string> asked) =>
        Goers(s, sight, filter, s.Dialect.FoundByWords, new() { ["words"] = s.Dialect.Search(asked, [.. sight.FewNamed(filter.Unit).Select(CustomerWords.OfUnit)]) }, named: true);

    static async Task<List<CustomerRow>> Rows(Session s, CustomerSight sight, CustomerFilter filter, string condition, Dictionary<string, object> values, bool named)
    {
        string[] narrowed = [CustomerKinds.Condition(filter.Suppliers), sight.Within(s, "c.unit_id", "units", values, filter.Unit, named), .. filter.Conditions(values)];
        return await s.Many<CustomerRow>($"""
            select {CustomerRow.Columns} from customers c left join standings g on g.customer_id = c.customer_id
            where {condition} and (c.merged_into is not null or ({string.Join(" and ", narrowed)})) limit {FindCustomers.MostFound + 1}
            """, values);
    }

    /// <summary>Those found; in place of merged ones those that go on, as far as they fit too.</summary>
    static async Task<List<CustomerRow>> Goers(Session s, CustomerSight sight, CustomerFilter filter, string condition, Dictionary<string, object> values, bool named)
    {
        var rows = new List<CustomerRow>();
        var found = await Rows(s, sight, filter, condition, values, named);
        while (true)
        {
            rows.AddRange(found.Where(r => r.MergedInto is null));
            var merged = found.Where(r => r.MergedInto is not null && (named ? sight.SeesNames(r.UnitId) : sight.Sees(r.UnitId))).ToList();
            if (merged.Count == 0) return rows;
            found = await Rows(s, sight, filter, s.Dialect.Among("c.customer_id", "into"), new() { ["into"] = s.Dialect.Keys(merged.Select(r => r.MergedInto!.Value.Value).Distinct()) }, named);
        }
    }

    /// <summary>0 is best.</summary>
    static int Fit(CustomerRow row, string query)
    {
        if (row.Number.ToString(CultureInfo.InvariantCulture) == query.TrimStart('#')) return 0;
        var (name, asked) = (Canonical.Name(row.Name), Canonical.Name(query));
        return name is null || asked is null ? 3 : name == asked ? 1 : name.StartsWith(asked, StringComparison.Ordinal) ? 2 : 3;
    }
}
