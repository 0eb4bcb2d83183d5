using Regard.Customers;
using Regard.Organisation;
namespace Regard.Care;

/// <summary>What a customer, and all merged into it, was given in the units whose cases the caller sees. For the customer's story.</summary>
sealed record GesturesOfCustomers(IReadOnlyList<Id<Customer>> Customers) : Question<IReadOnlyList<Gesture>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyList<Gesture>> Run(Session s)
    {
        var care = (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Permission.SeeCases);
        return await s.Many<Gesture>($"{CareStore.Select} where {s.Dialect.Among("g.customer_id", "keys")} and {s.Dialect.Among("g.unit_id", "units")} and g.state in ('Granted', 'Delivered')",
            new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(Customers.Select(c => c.Value)), ["units"] = s.Dialect.Keys(care.Select(u => u.Value)) });
    }
}
