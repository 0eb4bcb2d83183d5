using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Who is named for the units in the caller's care, and for one customer, if asked.</summary>
public sealed record ListContacts(Id<Customer>? Customer = null) : Question<CaseContacts>
{
    const string Named = "n.person_id, p.name as person_name, n.backup_id, b.name as backup_name, n.named_at";
    const string People = "join people p on p.id = n.person_id left join people b on b.id = n.backup_id";

    internal override Permission Needs => Permission.SeeCases;

    internal override async Task<CaseContacts> Run(Session s)
    {
        var sight = await CaseSight.Of(s);
        var units = await s.Many<UnitContact>($"select n.unit_id, u.name as unit_name, {Named} from unit_contacts n join units u on u.id = n.unit_id {People} order by u.code");
        return new() { Units = [.. units.Where(u => sight.Cares(u.UnitId))], Customer = Customer is { } id ? await OfCustomer(s, id) : null };
    }

    static async Task<NamedContact?> OfCustomer(Session s, Id<Customer> id)
    {
        var customer = await (await CustomerSight.Of(s)).Find(s, await Merging.Goer(s, id));
        return await s.Maybe<NamedContact>($"select {Named} from customer_contacts n {People} where n.customer_id = @CustomerId", new { customer.CustomerId });
    }
}

public record NamedContact
{
    public required Id<Person> PersonId { get; init; }
    public required string PersonName { get; init; }
    public Id<Person>? BackupId { get; init; }
    public string? BackupName { get; init; }
    public required DateTimeOffset NamedAt { get; init; }
}

public sealed record UnitContact : NamedContact
{
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
}

public sealed record CaseContacts
{
    public required IReadOnlyList<UnitContact> Units { get; init; }
    public NamedContact? Customer { get; init; }
}
