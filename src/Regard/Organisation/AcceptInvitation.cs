namespace Regard.Organisation;

/// <summary>The invited person chooses a password and is in. Works once.</summary>
public sealed record AcceptInvitation(string Token, string Password, Language Language) : Change<Person>
{
    internal override Permission Needs => Permission.Public;
    internal override IEnumerable<Problem> Check() => Organisation.Password.Problems(Password);

    internal override async Task<Person> Run(Session s)
    {
        var link = await JoiningLinkStore.Open(s, Token);
        if (Organisation.Password.Problems(Password, link.Email).ToList() is { Count: > 0 } problems) throw new Invalid(problems);
        var used = await s.Write("update joining_links set accepted_at = @Now where id = @Id and accepted_at is null", new { link.Id, s.Now });
        if (used == 0) throw new Refused("This invitation has been used. Please sign in.");

        var person = (await PersonStore.ByEmail(s, link.Email))?.Id ?? await PersonStore.Add(s, link.Name, link.Email, Language);
        if (await PersonStore.PasswordOf(s, person) is not null) throw new Refused("You have a password here already. Please sign in.");
        await s.Write("update people set language_tag = @tag, left_at = null where id = @person", new { person, tag = Language.Tag() });
        await PersonStore.SetPassword(s, person, Password);
        await PersonStore.Grant(s, person, link.Role, link.UnitId, s.Today);
        return await PersonStore.Find(s, person);
    }

    public override string ToString() => nameof(AcceptInvitation);
}
