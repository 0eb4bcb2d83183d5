namespace Regard.Customers;

/// <summary>Takes a note off a customer's page.</summary>
public sealed record RemoveCustomerNote(Id<Customer> CustomerId, Id<CustomerNote> Note) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{CustomerId} {Note}";

    internal override async Task<Done> Run(Session s)
    {
        await (await CustomerSight.Of(s, Needs)).Find(s, CustomerId);
        var ids = (await Merging.Into(s, CustomerId)).Select(m => m.CustomerId.Value).Append(CustomerId.Value);
        var removed = await s.Write($"update customer_notes set removed_at = @now where id = @note and removed_at is null and {s.Dialect.Among("customer_id", "keys")}",
            new Dictionary<string, object> { ["now"] = s.Now, ["note"] = Note, ["keys"] = s.Dialect.Keys(ids) });
        return removed > 0 ? default : throw new NotFound("There is no such note.");
    }
}
