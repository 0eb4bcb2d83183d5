namespace Regard.Organisation;

/// <summary>The person no longer holds the role there, from now on.</summary>
public sealed record EndRole(Id<Person> PersonId, Role Role, Id<Unit> UnitId) : Change<Done>
{
    internal override Permission Needs => Permission.InvitePeople;
    internal override string Subject => $"{PersonId} {Role} {UnitId}";

    internal override async Task<Done> Run(Session s)
    {
        await PersonStore.LockRoles(s);
        await UnitStore.InCareToday(s, UnitId, Needs);
        await PersonStore.Find(s, PersonId);
        var ended = await PersonStore.EndRoles(s, PersonId, Role, UnitId);
        if (ended == 0) throw new NotFound("This person does not hold that role there.");
        await PersonStore.MustKeepAdministrator(s);
        return default;
    }
}
