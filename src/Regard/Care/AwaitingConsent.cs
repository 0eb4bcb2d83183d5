using Regard.Cases;
namespace Regard.Care;

/// <summary>How many remedies of a case still wait for somebody's consent. For other areas, within their own changes.</summary>
sealed record AwaitingConsent(Case Case) : Question<int>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override async Task<int> Run(Session s) => (await CareStore.OfCase(s, Case)).Count(g => g.State == GestureState.Awaiting);
}
