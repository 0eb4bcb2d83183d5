using Dapper;
using Regard.Organisation;
namespace Regard.Customers;

/// <summary>Goes through all customers of the company for pairs that look like one. For the search for duplicates: its result names customers outside the caller's care too.</summary>
sealed record LikenCustomers : Question<TwinsFound>
{
    /// <summary>Pairs that are kept: more than people will look through.</summary>
    const int Most = 10_000;

    internal override Permission Needs => Permission.EditCustomers;

    internal override async Task<TwinsFound> Run(Session s)
    {
        var finder = new TwinFinder();
        var connection = s.Transaction.Connection!;
        await foreach (var c in connection.QueryUnbufferedAsync<Row>("select customer_id, kind, account_id, name, phone, email, unit_id from customers where merged_into is null", transaction: s.Transaction))
            finder.Add(c.CustomerId, c.Kind, c.AccountId, c.Name, c.Phone, c.Email, c.UnitId);
        await foreach (var a in connection.QueryUnbufferedAsync<Asset>("select customer_id, id, external_id, kind, plate, serial from assets where plate is not null or serial is not null", transaction: s.Transaction))
            finder.AddAsset(a.CustomerId, a.Plate, a.Serial);
        return new(finder.Find(Most), finder.Customers, finder.Crowds, s.Now);
    }

    sealed record Row
    {
        public required Id<Customer> CustomerId { get; init; }
        public required CustomerKind Kind { get; init; }
        public Id<Customer>? AccountId { get; init; }
        public string? Name { get; init; }
        public string? Phone { get; init; }
        public string? Email { get; init; }
        public Id<Unit>? UnitId { get; init; }
    }
}

sealed record TwinsFound(IReadOnlyList<Twin> Twins, long Customers, long Crowds, DateTimeOffset StartedAt);
