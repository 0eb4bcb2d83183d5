using Regard.Customers;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>The customers of a saved segment in the caller's care, for what is done with all of them.</summary>
sealed record MembersOfSegment(Id<SavedSegment> Id) : Question<SegmentMembers>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<SegmentMembers> Run(Session s)
    {
        var segment = await SegmentStore.Segment(s, Id);
        var care = (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Permission.SeeCustomers);
        var values = new Dictionary<string, object> { ["units"] = s.Dialect.Keys(care.Select(u => u.Value)) };
        return new(segment.Name, segment.Revision, await s.Many<SegmentMember>($"""
            select g.customer_id, g.unit_id, g.segment from standings g where {s.Dialect.Among("g.unit_id", "units")} and {await new SegmentConditions(s, values).Of(segment.Document)}
            """, values));
    }
}

sealed record SegmentMembers(string Name, long Revision, IReadOnlyList<SegmentMember> Members);

sealed record SegmentMember
{
    public required Id<Customer> CustomerId { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public required string Segment { get; init; }
}
