using Regard.Cases;
using Regard.Customers;
namespace Regard.Loyalty;

/// <summary>A customer who complained: what was at stake, and whether the customer stayed.</summary>
/// <param name="Spent">In the year before the complaint, in the smallest unit of the currency.</param>
/// <param name="Stayed">Bought again within the days after which a customer counts as lost; null while these have not passed.</param>
/// <param name="LostOn">Null where the customer is there yet.</param>
sealed record RecoveredCustomer(bool IsMadeGood, DateOnly Day, long Spent, bool? Stayed, DateOnly? LostOn)
{
    const int AtOnce = 500, YearDays = 365;

    public static async Task<IReadOnlyList<RecoveredCustomer>> Of(Session s, IReadOnlyList<ComplaintOutcome> outcomes, ChurnRule rule, DateOnly asOf)
    {
        var found = new List<RecoveredCustomer>();
        foreach (var some in outcomes.Where(o => o.Day <= asOf).Chunk(AtOnce))
        {
            var keys = s.Dialect.Keys(some.Select(o => o.CustomerId.Value));
            var standings = (await s.Many<Stood>($"select customer_id, segment, lost_on from standings where {s.Dialect.Among("customer_id", "keys")}", new { keys })).ToDictionary(r => r.CustomerId);
            var purchases = (await s.Many<Bought>($"select customer_id, day, coalesce(amount, 0) as amount from events where {s.Dialect.Among("customer_id", "keys")} and kind in ({EventKinds.Purchases}) and day <= @asOf", new Dictionary<string, object> { ["keys"] = keys, ["asOf"] = asOf })).ToLookup(p => p.CustomerId);
            foreach (var o in some)
                if (standings.TryGetValue(o.CustomerId, out var stood)) found.Add(Of(o, stood, [.. purchases[o.CustomerId]], rule.DaysOf(stood.Segment), asOf));
        }
        return found;
    }

    static RecoveredCustomer Of(ComplaintOutcome o, Stood stood, IReadOnlyList<Bought> purchases, int patience, DateOnly asOf)
    {
        var until = o.Day.AddDays(patience);
        return new(o.IsMadeGood, o.Day, purchases.Where(p => p.Day <= o.Day && p.Day > o.Day.AddDays(-YearDays)).Sum(p => p.Amount),
            purchases.Any(p => p.Day > o.Day && p.Day <= until) ? true : until <= asOf ? false : null, stood.LostOn > o.Day ? stood.LostOn : null);
    }

    sealed record Stood
    {
        public required Id<Customer> CustomerId { get; init; }
        public required string Segment { get; init; }
        public DateOnly? LostOn { get; init; }
    }

    sealed record Bought
    {
        public required Id<Customer> CustomerId { get; init; }
        public required DateOnly Day { get; init; }
        public required long Amount { get; init; }
    }
}
