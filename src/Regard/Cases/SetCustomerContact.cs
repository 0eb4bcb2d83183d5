using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Names who sees to a customer, or to all of an account, and who stands in; nobody, to leave it to the units.</summary>
public sealed record SetCustomerContact(Id<Customer> CustomerId, Id<Person>? Person, Id<Person>? Backup = null) : Change<Done>
{
    internal override Permission Needs => Permission.ManageCases;
    internal override string Subject => $"{CustomerId} {Person}";
    internal override IEnumerable<Problem> Check() => NamedContacts.Check(Person, Backup);

    internal override async Task<Done> Run(Session s)
    {
        var customer = await (await CustomerSight.Of(s, Needs)).Find(s, await Merging.Goer(s, CustomerId));
        await NamedContacts.DemandFit(s, Person, Backup);
        await s.Write("delete from customer_contacts where customer_id = @CustomerId", new { customer.CustomerId });
        if (Person is not null) await s.Write("insert into customer_contacts (customer_id, person_id, backup_id, named_by, named_at) values (@CustomerId, @Person, @Backup, @by, @Now)", new { customer.CustomerId, Person, Backup, by = s.Caller.Person, s.Now });
        return default;
    }
}
