namespace Regard.Customers;

/// <summary>A customer that was merged goes on by itself again, with everything that happened to it.</summary>
public sealed record UndoMerge(Id<Customer> Merged) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => Merged.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await CustomerStore.Lock(s);
        var sight = await CustomerSight.Of(s, Needs);
        var merged = await sight.Find(s, Merged);
        if (merged.MergedInto is not { } into) throw new Refused("No. {0} is not merged into another customer.", merged.Number);
        await sight.Find(s, into);
        await s.Write("update customers set merged_into = null, merged_at = null, merged_by = null where customer_id = @Merged", new { Merged });
        return default;
    }
}
