namespace Regard.Organisation;

/// <summary>The invitations that wait to be taken up, for units in the caller's care.</summary>
public sealed record ListInvitations : Question<IReadOnlyList<JoiningLink>>
{
    internal override Permission Needs => Permission.InvitePeople;

    internal override async Task<IReadOnlyList<JoiningLink>> Run(Session s)
    {
        var care = (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Needs);
        return (await JoiningLinkStore.Waiting(s)).FindAll(l => care.Contains(l.UnitId));
    }
}
