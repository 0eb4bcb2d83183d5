namespace Regard.Customers;

/// <summary>The merges of customers in the caller's care, newest first.</summary>
public sealed record ListMerges : Question<IReadOnlyList<MergedCustomer>>
{
    const int Shown = 200;

    internal override Permission Needs => Permission.EditCustomers;

    internal override async Task<IReadOnlyList<MergedCustomer>> Run(Session s)
    {
        var sight = await CustomerSight.Of(s, Needs);
        var values = new Dictionary<string, object>();
        var merges = await s.Many<MergedCustomer>($"""
            select {Merging.Columns} from {Merging.From}
            where m.merged_into is not null and {sight.Within(s, "m.unit_id", "units", values)} order by m.merged_at desc, m.number limit {Shown}
            """, values);
        return [.. merges.Select(m => Masking.Seen(m, sight))];
    }
}
