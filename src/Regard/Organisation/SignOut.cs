namespace Regard.Organisation;

/// <summary>Ends the sign-in with this token.</summary>
public sealed record SignOut(string Token) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("delete from sign_ins where token_hash = @hash and person_id = @me", new { hash = Secret.Hash(Token), me = PersonStore.Me(s) });
        return default;
    }

    public override string ToString() => nameof(SignOut);
}
