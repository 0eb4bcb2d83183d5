namespace Regard.Organisation;

/// <summary>The token stops working at once.</summary>
public sealed record RevokeApiToken(Id<ApiToken> TokenId) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => TokenId.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var revoked = await s.Write("update api_tokens set revoked_at = @Now where id = @TokenId and person_id = @me and revoked_at is null", new { TokenId, me = PersonStore.Me(s), s.Now });
        return revoked > 0 ? default : throw new NotFound("You have no such token.");
    }
}
