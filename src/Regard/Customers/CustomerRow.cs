using Regard.Loyalty;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Customers;

/// <summary>A customer in a list: who, and where it stands by the last working out, as far as there was one.</summary>
public sealed record CustomerRow : ListedCustomer
{
    internal const string Columns = """
        c.customer_id, c.number, c.kind, c.name, c.phone, c.unit_id, c.segment, c.since, c.merged_into,
        g.grade, g.state, g.loyalty_type, g.worth, g.spent, g.last_day, g.next_from, g.next_day, g.next_until, g.alive, g.lifetime
        """;

    public required CustomerKind Kind { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public string? UnitName { get; init; }
    public required string Segment { get; init; }
    public DateOnly? Since { get; init; }
    internal Id<Customer>? MergedInto { get; init; }
    public string? Grade { get; init; }
    public CustomerState? State { get; init; }
    public LoyaltyType? LoyaltyType { get; init; }
    /// <summary>Money in the smallest unit of the currency.</summary>
    public double? Worth { get; init; }
    public long? Spent { get; init; }
    public DateOnly? LastDay { get; init; }
    public DateOnly? NextFrom { get; init; }
    public DateOnly? NextDay { get; init; }
    public DateOnly? NextUntil { get; init; }
    public double? Alive { get; init; }
    public double? Lifetime { get; init; }

    internal CustomerRow SeenBy(CustomerSight sight) => this.Shown(sight.SeesNames(UnitId)) with { UnitName = sight.UnitName(UnitId) };
}
