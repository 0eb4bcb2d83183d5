namespace Regard.Organisation;

/// <summary>The sign-in is in use, so it goes on.</summary>
sealed record NoteVisit(string Token) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override bool Audited => false;

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("update sign_ins set last_seen_at = @Now where token_hash = @hash", new { hash = Secret.Hash(Token), s.Now });
        return default;
    }

    public override string ToString() => nameof(NoteVisit);
}
