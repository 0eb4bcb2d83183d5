using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Customers;

[JsonConverter(typeof(JsonStringEnumConverter<CustomerKind>))]
public enum CustomerKind
{
    Person,
    /// <summary>A company or household that is served as one; its contacts are persons that name it as their account.</summary>
    Account,
    /// <summary>Who serves us. Asked and followed like customers, but never graded and never counted among them; contacts name it as their account.</summary>
    Supplier,
    /// <summary>Who sells or serves beside us; likewise.</summary>
    Partner,
}

public static class CustomerKinds
{
    /// <summary>Who buys from us.</summary>
    public static bool IsCustomer(this CustomerKind kind) => kind is CustomerKind.Person or CustomerKind.Account;

    /// <summary>The condition that "c" is a customer and no contact of a supplier or partner; or the other side, without their contacts.</summary>
    internal static string Condition(bool others) => others ? $"c.kind in ({Others})"
        : $"c.kind not in ({Others}) and (c.account_id is null or c.account_id not in (select customer_id from customers where kind in ({Others})))";

    /// <summary>The others, as a list in SQL.</summary>
    internal static string Others { get; } = string.Join(", ", Enum.GetValues<CustomerKind>().Where(k => !k.IsCustomer()).Select(k => $"'{k}'"));
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
