using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<FollowUpState>))]
public enum FollowUpState
{
    Open, Fine,
    /// <summary>The case was opened again for it.</summary>
    NotFine,
    NotReached,
    /// <summary>The customer bought again: nobody needs to ask.</summary>
    Retained,
    /// <summary>The case was opened again or merged before.</summary>
    FellAway,
}

/// <summary>Asking a customer some time after a case how it is now.</summary>
public sealed record FollowUp
{
    internal const string Select = """
        select f.customer_id, f.id, f.case_id, c.number, f.days, f.unit_id, u.name as unit_name, f.owner_id, p.name as owner_name, f.due_at, f.state, c.title, c.contact_name, c.contact_phone, c.contact_email, c.closed_at
        from case_follow_ups f join cases c on c.customer_id = f.customer_id and c.id = f.case_id join units u on u.id = f.unit_id left join people p on p.id = f.owner_id
        """;

    public required Id<Customer> CustomerId { get; init; }
    public required Id<FollowUp> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    /// <summary>Of the case.</summary>
    public required long Number { get; init; }
    /// <summary>After the closing.</summary>
    public required long Days { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public Id<Person>? OwnerId { get; init; }
    public string? OwnerName { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required FollowUpState State { get; init; }
    public required string Title { get; init; }
    public string? ContactName { get; init; }
    public string? ContactPhone { get; init; }
    public string? ContactEmail { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    internal FollowUp SeenBy(CaseSight sight) => sight.SeesNames(UnitId, OwnerId ?? default) ? this
        : this with { Title = PersonalData.Masked(Title)!, ContactName = PersonalData.Masked(ContactName), ContactPhone = PersonalData.Masked(ContactPhone), ContactEmail = PersonalData.Masked(ContactEmail) };
}
