namespace Regard.Customers.Intake;

/// <summary>What the company's amounts are in; null until it is said with the first.</summary>
public sealed record CompanyCurrency : Question<string?>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override Task<string?> Run(Session s) => Currency.Of(s);
}
