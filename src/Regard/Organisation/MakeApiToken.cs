namespace Regard.Organisation;

/// <summary>A token for a program that acts as the person who asks. It is told once and kept only as a hash.</summary>
public sealed record MakeApiToken(string Name, int Days) : Change<MadeToken>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => Name;

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new(nameof(Name), "Say what the token is for.");
        else if (Name.Length > 100) yield return new(nameof(Name), "Keep the name under {0} characters.", 100);
        if (Days is < 1 or > 366) yield return new(nameof(Days), "A token is valid for 1 to {0} days.", 366);
    }

    internal override async Task<MadeToken> Run(Session s)
    {
        var made = new MadeToken(Id<ApiToken>.New(s.Now), Secret.New(ApiToken.Prefix), s.Now.AddDays(Days));
        await s.Write("""
            insert into api_tokens (id, token_hash, person_id, name, created_at, expires_at)
            values (@Id, @hash, @me, @name, @Now, @ExpiresAt)
            """, new { made.Id, hash = Secret.Hash(made.Token), me = PersonStore.Me(s), name = Name.Trim(), s.Now, made.ExpiresAt });
        return made;
    }
}

public sealed record MadeToken(Id<ApiToken> Id, string Token, DateTimeOffset ExpiresAt);
