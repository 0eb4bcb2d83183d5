namespace Regard.Customers;

/// <summary>The keys of customers by their external ids, as far as they are known.</summary>
sealed record KeysOfCustomers(IReadOnlyList<string> ExternalIds) : Question<Dictionary<string, Id<Customer>>>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override Task<Dictionary<string, Id<Customer>>> Run(Session s) => CustomerStore.Known(s, ExternalIds);
}
