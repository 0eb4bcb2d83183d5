using Regard.Cases;
namespace Regard.Organisation;

/// <summary>The person no longer works here: roles, sign-ins, tokens and open invitations end at once; what they did stays.</summary>
public sealed record PersonLeaves(Id<Person> PersonId) : Change<Done>
{
    internal override Permission Needs => Permission.InvitePeople;
    internal override string Subject => PersonId.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await PersonStore.LockRoles(s);
        var person = await PersonStore.InCare(s, PersonId, Needs);
        if (person.LeftAt is not null) throw new Refused("{0} has left already.", person.Name);
        await PersonStore.EndRoles(s, PersonId);
        await s.Write("update people set left_at = @Now where id = @PersonId", new { PersonId, s.Now });
        await s.Write("delete from passwords where person_id = @PersonId", new { PersonId });
        await s.Write("delete from sign_ins where person_id = @PersonId", new { PersonId });
        await s.Write("update api_tokens set revoked_at = @Now where person_id = @PersonId and revoked_at is null", new { PersonId, s.Now });
        await s.Write("update joining_links set withdrawn_at = @Now where email = @Email and accepted_at is null and withdrawn_at is null", new { person.Email, s.Now });
        await new RehomeCases(PersonId).Run(s);
        await PersonStore.MustKeepAdministrator(s);
        return default;
    }
}
