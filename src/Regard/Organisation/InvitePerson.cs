namespace Regard.Organisation;

/// <summary>Makes a one-time link for somebody, with a first role. The link's token is told once and kept only as a hash.</summary>
public sealed record InvitePerson(string Name, string Email, Role Role, Id<Unit> UnitId) : Change<MadeLink>
{
    internal override Permission Needs => Permission.InvitePeople;
    internal override string Subject => $"{Organisation.Email.Plain(Email)} {Role} {UnitId}";
    internal override IEnumerable<Problem> Check() => [.. Person.Problems(Name), .. Organisation.Email.Problems(Email)];

    internal override async Task<MadeLink> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        if (await PersonStore.ByEmail(s, Email) is { LeftAt: null } known && await PersonStore.PasswordOf(s, known.Id) is not null)
            throw new Invalid(nameof(Email), "{0} signs in with this e-mail address already. Give them the role in the list of people.", known.Name);
        var (id, token) = (Id<JoiningLink>.New(s.Now), Secret.New());
        await s.Write("""
            insert into joining_links (id, token_hash, name, email, role, unit_id, invited_by, created_at, expires_at)
            values (@id, @hash, @name, @email, @role, @UnitId, @by, @Now, @expires)
            """, new
        {
            id, hash = Secret.Hash(token), name = Name.Trim(), email = Organisation.Email.Plain(Email), role = Role.ToString(), UnitId,
            by = s.Caller.Person, s.Now, expires = s.Now + JoiningLink.Lasts,
        });
        return new MadeLink(id, token, s.Now + JoiningLink.Lasts);
    }
}

public sealed record MadeLink(Id<JoiningLink> Id, string Token, DateTimeOffset ExpiresAt);
