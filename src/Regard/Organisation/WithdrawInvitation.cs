namespace Regard.Organisation;

/// <summary>The link no longer lets anybody in.</summary>
public sealed record WithdrawInvitation(Id<JoiningLink> InvitationId) : Change<Done>
{
    internal override Permission Needs => Permission.InvitePeople;
    internal override string Subject => InvitationId.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var link = await JoiningLinkStore.InCare(s, InvitationId, Needs);
        if (link.AcceptedAt is not null) throw new Refused("{0} has taken up this invitation already.", link.Name);
        await s.Write("update joining_links set withdrawn_at = @Now where id = @InvitationId and withdrawn_at is null", new { InvitationId, s.Now });
        return default;
    }
}
