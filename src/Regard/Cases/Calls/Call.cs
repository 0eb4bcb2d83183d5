using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<CallState>))]
public enum CallState { Ringing, Answered, Ended }

/// <summary>What people call a hotline for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallPurpose>))]
public enum CallPurpose { Question, Order, Complaint, Repair, Information }

/// <summary>A call to the hotline.</summary>
public sealed record Call
{
    public required Id<Call> Id { get; init; }
    public required string FromNumber { get; init; }
    public required string ToNumber { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public Id<Person>? AgentId { get; init; }
    public string? AgentName { get; init; }
    public Id<Customer>? CustomerId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public CallPurpose? Purpose { get; init; }
    public string? Words { get; init; }
    public long? CaseNumber { get; init; }
    public DateTimeOffset? RecordedAt { get; init; }

    public CallState State => EndedAt is not null ? CallState.Ended : AnsweredAt is not null ? CallState.Answered : CallState.Ringing;
    /// <summary>It ended and nobody took it.</summary>
    public bool IsMissed => EndedAt is not null && AnsweredAt is null;
    public bool IsRecorded => RecordedAt is not null;
}

public static class CallPurposes
{
    public static IReadOnlyList<CallPurpose> All { get; } = Enum.GetValues<CallPurpose>();

    /// <summary>The case that it becomes; null where the call itself is record enough.</summary>
    public static CaseKind? Opens(this CallPurpose purpose) => purpose switch
    {
        CallPurpose.Complaint => CaseKind.Complaint,
        CallPurpose.Repair => CaseKind.Repair,
        CallPurpose.Order => CaseKind.Order,
        _ => null,
    };

    public static Words Said(this CallPurpose purpose) => Words.Of(purpose switch
    {
        CallPurpose.Question => "Question to answer",
        CallPurpose.Order => "Order to take",
        CallPurpose.Complaint => "Complaint to hear",
        CallPurpose.Repair => "Repair to send",
        _ => "Information to give",
    });

    public static Words Said(this CallState state) => Words.Of(state switch
    {
        CallState.Ringing => "Ringing",
        CallState.Answered => "On the line",
        _ => "Call ended",
    });
}
