using Regard.Customers;
namespace Regard.Cases;

/// <summary>When known customers complained, from a day on; spam aside. For other areas, within their own questions.</summary>
sealed record ComplaintDays(DateOnly From) : Question<IReadOnlyList<(Id<Customer> CustomerId, DateOnly Day)>>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<IReadOnlyList<(Id<Customer> CustomerId, DateOnly Day)>> Run(Session s) => [.. (await s.Many<Row>("""
        select c.customer_id, c.heard_at from cases c left join case_closures k on k.customer_id = c.customer_id and k.case_id = c.id and k.reopened_at is null and k.reason = 'Spam'
        where c.is_known and c.kind = 'Complaint' and c.state <> 'Merged' and k.case_id is null and c.heard_at >= @from
        """, new { from = new DateTimeOffset(From, default, TimeSpan.Zero) })).Select(r => (r.CustomerId, DateOnly.FromDateTime(r.HeardAt.UtcDateTime)))];

    sealed record Row
    {
        public required Id<Customer> CustomerId { get; init; }
        public required DateTimeOffset HeardAt { get; init; }
    }
}
