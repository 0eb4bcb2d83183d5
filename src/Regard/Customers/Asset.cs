namespace Regard.Customers;

/// <summary>What the customer has and the company serves: a vehicle, a machine.</summary>
public sealed record Asset
{
    public required Id<Customer> CustomerId { get; init; }
    public required Id<Asset> Id { get; init; }
    public required string ExternalId { get; init; }
    public required string Kind { get; init; }
    public string? Model { get; init; }
    public string? Plate { get; init; }
    public string? Serial { get; init; }
    public DateOnly? FromDay { get; init; }
    public DateOnly? UntilDay { get; init; }
}
