using Regard.Organisation;
namespace Regard.Customers.Intake;

/// <summary>The customers that a file speaks of, by their external ids. One that was merged into another keeps its own key: its rows are read with the other's.</summary>
static class KnownCustomers
{
    const int AtOnce = 2000;

    /// <summary>Those in the caller's care; the others are as unknown.</summary>
    public static async Task<Dictionary<string, KnownCustomer>> Of(Session s, IReadOnlyCollection<string> externalIds, IntakePlace place)
    {
        var known = new Dictionary<string, KnownCustomer>(StringComparer.Ordinal);
        foreach (var some in externalIds.Chunk(AtOnce))
            foreach (var row in await s.Many<Row>($"select customer_id, external_id, unit_id, since from customers where {s.Dialect.Among("external_id", "some")}", new { some }))
                if (place.InCare(row.UnitId)) known[row.ExternalId] = new(row.CustomerId.Value, row.Since);
        return known;
    }

    sealed record Row
    {
        public required Id<Customer> CustomerId { get; init; }
        public required string ExternalId { get; init; }
        public Id<Unit>? UnitId { get; init; }
        public DateOnly? Since { get; init; }
    }
}

/// <param name="Key">The id, boxed once.</param>
sealed record KnownCustomer(object Key, DateOnly? Since);
