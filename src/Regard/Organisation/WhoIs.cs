namespace Regard.Organisation;

/// <summary>The person behind a sign-in's token, with the roles held today; nobody when it has ended.</summary>
public sealed record WhoIs(string Token) : Question<SignedIn?>
{
    static readonly TimeSpan noteEvery = TimeSpan.FromMinutes(1);

    internal override Permission Needs => Permission.Public;

    /// <summary>Also notes, once a minute at most, that the sign-in is in use.</summary>
    public static async Task<Caller?> Ask(Office office, string token, Caller visitor)
    {
        if (await office.Do(new WhoIs(token), visitor) is not { } found) return null;
        if (found.IsDueToBeNoted) await office.Do(new NoteVisit(token), found.Caller);
        return found.Caller;
    }

    internal override async Task<SignedIn?> Run(Session s)
    {
        var row = await s.Maybe<Row>("""
            select p.id, p.name, p.email, p.language_tag, s.last_seen_at
            from sign_ins s join people p on p.id = s.person_id
            where s.token_hash = @hash and s.expires_at > @Now and s.last_seen_at > @idle and p.left_at is null
            """, new { hash = Secret.Hash(Token), s.Now, idle = s.Now - Stay.Idle });
        if (row is null) return null;
        var person = new Person { Id = row.Id, Name = row.Name, Email = row.Email, LanguageTag = row.LanguageTag };
        return new SignedIn(await PersonStore.AsCaller(s, person), s.Now - row.LastSeenAt >= noteEvery);
    }

    public override string ToString() => nameof(WhoIs);

    sealed record Row
    {
        public required Id<Person> Id { get; init; }
        public required string Name { get; init; }
        public required string Email { get; init; }
        public required string LanguageTag { get; init; }
        public required DateTimeOffset LastSeenAt { get; init; }
    }
}

public sealed record SignedIn(Caller Caller, bool IsDueToBeNoted);
