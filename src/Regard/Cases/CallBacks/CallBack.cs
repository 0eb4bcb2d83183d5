using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<CallBackState>))]
public enum CallBackState
{
    Open, Satisfied, Complaint,
    /// <summary>Tried as often as the rule says.</summary>
    NotReached,
    /// <summary>The customer wants no such calls.</summary>
    Refused,
    WrongNumber,
    /// <summary>Nobody calls; the reason is noted.</summary>
    Skipped,
}

[JsonConverter(typeof(JsonStringEnumConverter<WhyNoCall>))]
public enum WhyNoCall { NoNumber, NoConsent, CalledLately }

/// <summary>How one attempt ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallBackOutcome>))]
public enum CallBackOutcome { Satisfied, Complaint, NotReached, Refused, WrongNumber }

/// <summary>A call to a customer some days after something happened.</summary>
public sealed record CallBack
{
    internal const string Columns = "b.customer_id, b.id, b.rule_id, b.event_day, b.unit_id, u.name as unit_name, b.owner_id, p.name as owner_name, b.call_from, b.due_at, b.attempts, b.state, b.case_number, c.name, c.phone, c.number, g.grade";
    internal const string From = "call_backs b join units u on u.id = b.unit_id left join people p on p.id = b.owner_id left join customers c on c.customer_id = b.customer_id left join standings g on g.customer_id = b.customer_id";

    public required Id<Customer> CustomerId { get; init; }
    public required Id<CallBack> Id { get; init; }
    public required Id<CallBackRule> RuleId { get; init; }
    public required DateOnly EventDay { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public Id<Person>? OwnerId { get; init; }
    public string? OwnerName { get; init; }
    /// <summary>Not before.</summary>
    public required DateTimeOffset CallFrom { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required long Attempts { get; init; }
    public required CallBackState State { get; init; }
    public long? CaseNumber { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public long? Number { get; init; }
    public string? Grade { get; init; }

    /// <summary>What becomes of it after an attempt.</summary>
    public static CallBackState After(CallBackOutcome outcome, long attempts, int most) => outcome switch
    {
        CallBackOutcome.Satisfied => CallBackState.Satisfied,
        CallBackOutcome.Complaint => CallBackState.Complaint,
        CallBackOutcome.Refused => CallBackState.Refused,
        CallBackOutcome.WrongNumber => CallBackState.WrongNumber,
        _ => attempts < most ? CallBackState.Open : CallBackState.NotReached,
    };

    internal CallBack SeenBy(CaseSight sight) => sight.SeesNames(UnitId, OwnerId ?? default) ? this : this with { Name = PersonalData.Masked(Name), Phone = PersonalData.Masked(Phone) };
}
