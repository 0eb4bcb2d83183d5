using Regard.Customers;
namespace Regard.Cases;

/// <summary>Says which customer calls.</summary>
public sealed record LinkCall(Id<Call> Id, Id<Customer> CustomerId) : Change<Done>
{
    internal override Permission Needs => Permission.SeeCustomers;
    internal override string Subject => $"{Id} {CustomerId}";

    internal override async Task<Done> Run(Session s)
    {
        var call = await CallStore.Seen(s, Id);
        if (call.IsRecorded) throw new Refused("This call is recorded already.");
        var customer = await (await CustomerSight.Of(s)).Find(s, await Merging.Goer(s, CustomerId));
        await s.Write("update calls set customer_id = @CustomerId where id = @Id", new { customer.CustomerId, Id });
        return default;
    }
}
