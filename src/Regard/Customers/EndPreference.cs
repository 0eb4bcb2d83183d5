namespace Regard.Customers;

/// <summary>What a customer preferred holds no more; that it did stays known.</summary>
public sealed record EndPreference(Id<Customer> CustomerId, Id<CustomerPreference> Id) : Change<Done>
{
    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{CustomerId} {Id}";

    internal override async Task<Done> Run(Session s)
    {
        var customer = await (await CustomerSight.Of(s, Needs)).Find(s, await Merging.Goer(s, CustomerId));
        var ids = (await Merging.Into(s, customer.CustomerId)).Select(m => m.CustomerId.Value).Append(customer.CustomerId.Value);
        var ended = await s.Write($"update customer_preferences set ended_at = @now, ended_by = @person where id = @id and ended_at is null and {s.Dialect.Among("customer_id", "keys")}",
            new Dictionary<string, object?> { ["now"] = s.Now, ["person"] = s.Caller.Person, ["id"] = Id, ["keys"] = s.Dialect.Keys(ids) });
        return ended > 0 ? default : throw new NotFound("There is no such preference.");
    }
}
