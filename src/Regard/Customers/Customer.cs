using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Customers;

[JsonConverter(typeof(JsonStringEnumConverter<CustomerKind>))]
public enum CustomerKind
{
    Person,
    /// <summary>A company or household that is served as one; its contacts are persons that name it as their account.</summary>
    Account,
}

/// <summary>One person or account that the company serves. An anonymous respondent is a key that leads nowhere.</summary>
public sealed record Customer
{
    public required Id<Customer> CustomerId { get; init; }
    /// <summary>What people say when they talk of a customer.</summary>
    public required long Number { get; init; }
    public string? ExternalId { get; init; }
    public required CustomerKind Kind { get; init; }
    public Id<Customer>? AccountId { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? LanguageTag { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public string Segment { get; init; } = "";
    /// <summary>Customer since; nothing can have happened before.</summary>
    public DateOnly? Since { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>The customer that goes on in this one's place.</summary>
    public Id<Customer>? MergedInto { get; init; }
    public DateTimeOffset? MergedAt { get; init; }
}
