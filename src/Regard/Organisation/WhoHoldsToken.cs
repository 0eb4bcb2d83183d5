namespace Regard.Organisation;

/// <summary>The person for whom a program acts, with the roles held today; nobody when the token has ended.</summary>
public sealed record WhoHoldsToken(string Token) : Question<Caller?>
{
    internal override Permission Needs => Permission.Public;

    internal override async Task<Caller?> Run(Session s)
    {
        if (!Token.StartsWith(ApiToken.Prefix, StringComparison.Ordinal)) return null;
        var person = await s.Maybe<Person>("""
            select p.id, p.name, p.email, p.language_tag, p.left_at
            from api_tokens t join people p on p.id = t.person_id
            where t.token_hash = @hash and t.revoked_at is null and t.expires_at > @Now and p.left_at is null
            """, new { hash = Secret.Hash(Token), s.Now });
        return person is null ? null : await PersonStore.AsCaller(s, person);
    }

    public override string ToString() => nameof(WhoHoldsToken);
}
