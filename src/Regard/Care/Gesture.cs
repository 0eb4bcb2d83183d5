using System.Text.Json.Serialization;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Care;

[JsonConverter(typeof(JsonStringEnumConverter<GestureKind>))]
public enum GestureKind
{
    Refund,
    /// <summary>Done again, properly.</summary>
    Redo,
    Replace, Discount, Coupon, Apology, ExtraService, Gift,
    /// <summary>Written by hand.</summary>
    Note,
}

[JsonConverter(typeof(JsonStringEnumConverter<GestureState>))]
public enum GestureState
{
    /// <summary>Somebody has yet to agree.</summary>
    Awaiting,
    Granted, Refused, Delivered, Undone,
}

/// <summary>Something given to a customer, or asked to be given, and by which rule it was decided.</summary>
public sealed record Gesture
{
    public required Id<Customer> CustomerId { get; init; }
    public required Id<Gesture> Id { get; init; }
    public Id<Case>? CaseId { get; init; }
    public long? CaseNumber { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required GestureKind Kind { get; init; }
    public required string Words { get; init; }
    /// <summary>What it costs, in the smallest unit of the currency.</summary>
    public required long Amount { get; init; }
    public required GestureState State { get; init; }
    public required string Grade { get; init; }
    public Cause? Cause { get; init; }
    public required Fault Fault { get; init; }
    /// <summary>How much the one who asked could give without asking, at that time; null without authority.</summary>
    public long? LimitThen { get; init; }
    /// <summary>Why approval was needed; empty where it was given at once.</summary>
    public IReadOnlyList<AskReason> Reasons => [.. ReasonList.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AskReason>)];
    internal string ReasonList { get; init; } = "";
    public required Id<Person> AskedBy { get; init; }
    public required string AskerName { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public Id<Person>? ApproverId { get; init; }
    public string? ApproverName { get; init; }
    public string? JudgedByName { get; init; }
    public DateTimeOffset? JudgedAt { get; init; }
    public string? JudgedWords { get; init; }
    public DateTimeOffset? GrantedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public Id<CaseFile>? ProofId { get; init; }
    public DateTimeOffset? UndoneAt { get; init; }
    public string? UndoneBecause { get; init; }

    /// <summary>It is, or may yet become, money of the company.</summary>
    public bool Counts => State is GestureState.Awaiting or GestureState.Granted or GestureState.Delivered;
    public bool IsGiven => State is GestureState.Granted or GestureState.Delivered;
    public bool WasAtOnce => Reasons.Count == 0;
}
