namespace Regard.Organisation;

/// <summary>Where the person who asks is signed in. The token tells which of them this is.</summary>
public sealed record ListSignIns(string? Token = null) : Question<IReadOnlyList<Stay>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyList<Stay>> Run(Session s) => await s.Many<Stay>("""
        select device, created_at, last_seen_at, token_hash = @hash as is_this from sign_ins
        where person_id = @me and expires_at > @Now and last_seen_at > @idle
        order by last_seen_at desc, created_at desc
        """, new { me = PersonStore.Me(s), hash = Secret.Hash(Token ?? ""), s.Now, idle = s.Now - Stay.Idle });

    public override string ToString() => nameof(ListSignIns);
}
