using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Names who takes what reaches a unit by no person's ear, and who stands in; nobody, to leave it to the managers.</summary>
public sealed record SetUnitContact(Id<Unit> UnitId, Id<Person>? Person, Id<Person>? Backup = null) : Change<Done>
{
    internal override Permission Needs => Permission.ManageCases;
    internal override string Subject => $"{UnitId} {Person}";
    internal override IEnumerable<Problem> Check() => NamedContacts.Check(Person, Backup);

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        await NamedContacts.DemandFit(s, Person, Backup);
        await s.Write("delete from unit_contacts where unit_id = @UnitId", new { UnitId });
        if (Person is not null) await s.Write("insert into unit_contacts (unit_id, person_id, backup_id, named_by, named_at) values (@UnitId, @Person, @Backup, @by, @Now)", new { UnitId, Person, Backup, by = s.Caller.Person, s.Now });
        return default;
    }
}
