using Regard.Customers;
namespace Regard.Standards;

/// <summary>What was promised to a customer and to all merged into it. For the customer's page, which masks it where it is due.</summary>
sealed record PromisesOfCustomers(IReadOnlyList<Id<Customer>> Customers) : Question<IReadOnlyList<CustomerPromise>>
{
    internal override Permission Needs => Permission.SeeCustomers;
    internal override Task<IReadOnlyList<CustomerPromise>> Run(Session s) => CustomerPromiseStore.Of(s, s.Dialect.Keys(Customers.Select(c => c.Value)));
}
