namespace Regard.Customers;

/// <summary>One person or account that the company serves. An anonymous respondent is a key that leads nowhere.</summary>
public sealed record Customer
{
    public required Id<Customer> CustomerId { get; init; }
    public string? ExternalId { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
}
