namespace Regard.Organisation;

/// <summary>What somebody is invited to, for who holds the link.</summary>
public sealed record ShowInvitation(string Token) : Question<JoiningLink>
{
    internal override Permission Needs => Permission.Public;
    internal override Task<JoiningLink> Run(Session s) => JoiningLinkStore.Open(s, Token);
}
