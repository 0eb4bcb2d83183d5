using Regard.Organisation;
namespace Regard.Customers;

/// <summary>Something agreed with a customer from a day on: a maintenance plan, a subscription, an insurance.</summary>
public sealed record Contract
{
    public required Id<Customer> CustomerId { get; init; }
    public required Id<Contract> Id { get; init; }
    public required string ExternalId { get; init; }
    public required string Kind { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public required DateOnly FromDay { get; init; }
    /// <summary>The last day agreed; null for one that runs until somebody ends it.</summary>
    public DateOnly? UntilDay { get; init; }
    public DateOnly? EndedOn { get; init; }
    public string? EndedBecause { get; init; }
    /// <summary>What it brings in a year, in the smallest unit of the company's currency.</summary>
    public long? YearlyAmount { get; init; }
}
