namespace Regard.Customers;

static class ReferralStore
{
    /// <summary>Customers who say 9 or 10 of 10 when asked whether they would recommend us, as a score.</summary>
    public const double Promoter = 90;

    /// <summary>Channels on which a customer's last word on marketing was yes.</summary>
    public const string Willing = """
        select customer_id, channel from (select customer_id, channel, given, row_number() over (partition by customer_id, channel order by said_on desc, noted_at desc) as place from consents where purpose = 'Marketing') said
        where place = 1 and given
        """;

    public static async Task<bool> IsWilling(Session s, Id<Customer> customer, Channel channel) => await s.Maybe<bool?>("""
        select given from consents where customer_id = @customer and purpose = 'Marketing' and channel = @channel order by said_on desc, noted_at desc limit 1
        """, new { customer, channel = channel.ToString() }) is true;

    /// <summary>Days of purchases and what was paid since a day, by customer; of those merged into one with that one.</summary>
    public static async Task<Dictionary<Id<Customer>, List<(DateOnly Day, long Amount)>>> Bought(Session s, IReadOnlyList<Id<Customer>> leads) =>
        (await s.Many<Row>($"""
            select coalesce(c.merged_into, c.customer_id) as customer_id, e.day, e.kind, e.amount from customers c join events e on e.customer_id = c.customer_id
            where ({s.Dialect.Among("c.customer_id", "leads")} or {s.Dialect.Among("c.merged_into", "leads")}) and e.kind in ({EventKinds.Purchases}, '{nameof(EventKind.Return)}')
            """, new Dictionary<string, object> { ["leads"] = s.Dialect.Keys(leads.Select(l => l.Value)) }))
        .GroupBy(r => r.CustomerId).ToDictionary(g => g.Key, g => g.Select(r => (r.Day, r.Kind == EventKind.Return ? -(r.Amount ?? 0) : r.Amount ?? 0)).ToList());

    sealed record Row
    {
        public required Id<Customer> CustomerId { get; init; }
        public required DateOnly Day { get; init; }
        public required EventKind Kind { get; init; }
        public long? Amount { get; init; }
    }
}
