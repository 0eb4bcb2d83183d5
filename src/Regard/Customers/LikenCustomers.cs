using Regard.Organisation;
namespace Regard.Customers;

/// <summary>Customers of the whole company to look for duplicates among, some at a time by their keys: the result names customers outside the caller's care too.</summary>
sealed record LikenCustomers(Id<Customer>? After, int AtMost) : Question<IReadOnlyList<LikenedCustomer>>
{
    internal override Permission Needs => Permission.EditCustomers;

    internal override async Task<IReadOnlyList<LikenedCustomer>> Run(Session s) => await s.Many<LikenedCustomer>($"""
        select customer_id, kind, account_id, name, phone, email, unit_id from customers where merged_into is null {(After is null ? "" : "and customer_id > @After")} order by customer_id limit @AtMost
        """, new { After, AtMost });
}

/// <summary>What they have and is written on it, likewise.</summary>
sealed record LikenAssets(Id<Customer>? After, Id<Asset> AfterAsset, int AtMost) : Question<IReadOnlyList<LikenedAsset>>
{
    internal override Permission Needs => Permission.EditCustomers;

    internal override async Task<IReadOnlyList<LikenedAsset>> Run(Session s) => await s.Many<LikenedAsset>($"""
        select customer_id, id, plate, serial from assets where (plate is not null or serial is not null) {(After is null ? "" : "and (customer_id, id) > (@After, @AfterAsset)")} order by customer_id, id limit @AtMost
        """, new { After, AfterAsset, AtMost });
}

/// <summary>How many there are to go through.</summary>
sealed record CountLikened : Question<long>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override Task<long> Run(Session s) => s.Value<long>("select count(*) from customers where merged_into is null");
}

sealed record LikenedCustomer
{
    public required Id<Customer> CustomerId { get; init; }
    public required CustomerKind Kind { get; init; }
    public Id<Customer>? AccountId { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public Id<Unit>? UnitId { get; init; }
}

sealed record LikenedAsset
{
    public required Id<Customer> CustomerId { get; init; }
    public required Id<Asset> Id { get; init; }
    public string? Plate { get; init; }
    public string? Serial { get; init; }
}

sealed record TwinsFound(IReadOnlyList<Twin> Twins, long Customers, long Crowds, DateTimeOffset StartedAt, Id<Person>? AskedBy);
