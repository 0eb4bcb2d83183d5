namespace Regard.Cases;

/// <summary>An open case that the caller may work on. For other areas, within their own changes.</summary>
sealed record CaseInHand(long Number) : Question<Case>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<Case> Run(Session s)
    {
        var found = await CaseStore.InHand(s, Number);
        CaseStore.DemandOpen(found);
        return found;
    }
}
