using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Customers;

/// <summary>What kind of thing happened to a customer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventKind>))]
public enum EventKind { Purchase, WorkOrder, Visit, Call, ContractStart, ContractEnd, DeclinedSale, Return }

public static class EventKinds
{
    public static IReadOnlyList<EventKind> All { get; } = Enum.GetValues<EventKind>();

    /// <summary>The customer bought: what frequency, rhythm and value are counted from.</summary>
    public static bool IsPurchase(this EventKind kind) => kind is EventKind.Purchase or EventKind.WorkOrder;

    /// <summary>Those kinds, as a list in SQL.</summary>
    internal static string Purchases { get; } = string.Join(", ", All.Where(IsPurchase).Select(k => $"'{k}'"));

    public static Words Said(this EventKind kind) => Words.Of(kind switch
    {
        EventKind.Purchase => "Purchase",
        EventKind.WorkOrder => "Work order",
        EventKind.Visit => "Visit",
        EventKind.Call => "Call",
        EventKind.ContractStart => "Contract begins",
        EventKind.ContractEnd => "Contract ends",
        EventKind.DeclinedSale => "Declined sale",
        _ => "Return",
    });
}

/// <summary>One dated thing that happened to a customer.</summary>
public sealed record CustomerEvent
{
    public required Id<Customer> CustomerId { get; init; }
    public required Id<CustomerEvent> Id { get; init; }
    public string? ExternalId { get; init; }
    public required EventKind Kind { get; init; }
    public required DateOnly Day { get; init; }
    public Id<Unit>? UnitId { get; init; }
    /// <summary>What was paid, in the smallest unit of the company's currency; never negative, a return is a kind of its own.</summary>
    public long? Amount { get; init; }
    /// <summary>Gross profit, in the same unit; may be negative.</summary>
    public long? Profit { get; init; }
    public string? Category { get; init; }
    public Id<Asset>? AssetId { get; init; }
    public string? Words { get; init; }
}
