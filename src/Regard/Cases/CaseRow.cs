using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>A case in a list.</summary>
public sealed record CaseRow
{
    internal const string Inner = "c.customer_id, c.id, c.number, c.kind, c.channel, c.state, c.severity, c.anger, c.grade, c.title, c.is_known, c.contact_name, c.unit_id, c.owner_id, c.due_at, c.created_at, c.closed_at, c.is_media, c.is_major, c.hand_overs";
    internal const string Columns = Inner + ", u.name as unit_name, o.name as owner_name";

    public required Id<Customer> CustomerId { get; init; }
    public required Id<Case> Id { get; init; }
    public required long Number { get; init; }
    public required CaseKind Kind { get; init; }
    public required CaseChannel Channel { get; init; }
    public required CaseState State { get; init; }
    public required Severity Severity { get; init; }
    public required int Anger { get; init; }
    public required string Grade { get; init; }
    public required string Title { get; init; }
    public required bool IsKnown { get; init; }
    public string? ContactName { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required Id<Person> OwnerId { get; init; }
    public required string OwnerName { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public required bool IsMedia { get; init; }
    public required bool IsMajor { get; init; }
    public required long HandOvers { get; init; }

    public bool IsLate(DateTimeOffset now) => ClosedAt is null && DueAt < now;

    internal CaseRow SeenBy(CaseSight sight) => sight.SeesNames(UnitId, OwnerId) ? this : this with { ContactName = PersonalData.Masked(ContactName), Title = PersonalData.Masked(Title)! };
}
