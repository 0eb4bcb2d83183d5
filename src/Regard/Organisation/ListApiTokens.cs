namespace Regard.Organisation;

/// <summary>The tokens of the person who asks, newest first.</summary>
public sealed record ListApiTokens : Question<IReadOnlyList<ApiToken>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyList<ApiToken>> Run(Session s) => await s.Many<ApiToken>(
        "select id, name, created_at, expires_at, revoked_at from api_tokens where person_id = @me order by created_at desc, id", new { me = PersonStore.Me(s) });
}
