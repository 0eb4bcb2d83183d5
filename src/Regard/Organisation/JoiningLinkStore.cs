namespace Regard.Organisation;

static class JoiningLinkStore
{
    const string Columns = "l.id, l.name, l.email, l.role, l.unit_id, u.name as unit_name, l.created_at, l.expires_at, l.accepted_at, l.withdrawn_at";

    public static Task<List<JoiningLink>> Waiting(Session s) => s.Many<JoiningLink>($"""
        select {Columns} from joining_links l join units u on u.id = l.unit_id
        where l.accepted_at is null and l.withdrawn_at is null and l.expires_at > @Now
        order by l.created_at desc
        """, new { s.Now });

    public static async Task<JoiningLink> InCare(Session s, Id<JoiningLink> id, Permission permission)
    {
        var link = await s.One<JoiningLink>($"select {Columns} from joining_links l join units u on u.id = l.unit_id where l.id = @id", new { id }, Words.Of("There is no such invitation."));
        await UnitStore.InCareToday(s, link.UnitId, permission);
        return link;
    }

    /// <summary>The invitation that a link's token stands for, while it can be taken up.</summary>
    public static async Task<JoiningLink> Open(Session s, string token)
    {
        var link = await s.Maybe<JoiningLink>($"select {Columns} from joining_links l join units u on u.id = l.unit_id where l.token_hash = @hash", new { hash = Secret.Hash(token) });
        if (link is null) throw new NotFound("This invitation is not known here. Check that the whole link was copied.");
        if (link.AcceptedAt is not null) throw new Refused("This invitation has been used. Please sign in.");
        if (!link.IsOpen(s.Now)) throw new Refused("This invitation is no longer valid. Ask for a new one.");
        return link;
    }
}
