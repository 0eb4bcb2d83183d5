using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>How complaints of known customers ended, heard in these units from a day on; of each customer the first. Those open, taken back or spam tell nothing. For other areas, within their own questions.</summary>
sealed record ComplaintOutcomes(IReadOnlyList<Id<Unit>> Units, DateOnly From) : Question<IReadOnlyList<ComplaintOutcome>>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<IReadOnlyList<ComplaintOutcome>> Run(Session s)
    {
        var rows = await s.Many<Row>($"""
            select c.customer_id, c.heard_at, k.reason from cases c join case_closures k on k.customer_id = c.customer_id and k.case_id = c.id
            where c.is_known and c.kind = 'Complaint' and c.state = 'Closed' and k.reopened_at is null and k.reason in ('AcceptedByCustomer', 'NotAccepted', 'NoAnswer') and c.heard_at >= @from and {s.Dialect.Among("c.unit_id", "units")}
            order by c.heard_at, c.number
            """, new Dictionary<string, object> { ["from"] = new DateTimeOffset(From, default, TimeSpan.Zero), ["units"] = s.Dialect.Keys(Units.Select(u => u.Value)) });
        return [.. rows.DistinctBy(r => r.CustomerId).Select(r => new ComplaintOutcome(r.CustomerId, DateOnly.FromDateTime(r.HeardAt.UtcDateTime), r.Reason == CloseReason.AcceptedByCustomer))];
    }

    sealed record Row
    {
        public required Id<Customer> CustomerId { get; init; }
        public required DateTimeOffset HeardAt { get; init; }
        public required CloseReason Reason { get; init; }
    }
}

/// <param name="IsMadeGood">The customer accepted the solution.</param>
sealed record ComplaintOutcome(Id<Customer> CustomerId, DateOnly Day, bool IsMadeGood);
