namespace Regard.Organisation;

/// <summary>A role over a unit and everything below it, from today on or from a day to come.</summary>
public sealed record GrantRole(Id<Person> PersonId, Role Role, Id<Unit> UnitId, DateOnly? FromDay = null) : Change<Done>
{
    internal override Permission Needs => Permission.InvitePeople;
    internal override string Subject => $"{PersonId} {Role} {UnitId}";

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        var person = await PersonStore.Find(s, PersonId);
        if (person.LeftAt is not null) throw new Refused("{0} has left. Invite them again first.", person.Name);
        var from = FromDay ?? s.Today;
        var held = await s.Value<long>("""
            select count(*) from roles_held
            where person_id = @PersonId and role = @role and unit_id = @UnitId and (until_day is null or until_day > @from)
            """, new { PersonId, role = Role.ToString(), UnitId, from });
        if (held > 0) throw new Refused("{0} holds this role there already.", person.Name);
        await PersonStore.Grant(s, PersonId, Role, UnitId, from);
        return default;
    }
}
