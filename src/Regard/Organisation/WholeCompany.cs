namespace Regard.Organisation;

/// <summary>Rules that hold for all units alike are set by those who answer for the whole company.</summary>
static class WholeCompany
{
    public static async Task Demand(Session s, Permission needed)
    {
        if (!await Is(s, needed)) throw new Refused(Words.Of("These rules hold for the whole company; your role covers a part of it only."), forbidden: true);
    }

    public static async Task<bool> Is(Session s, Permission needed)
    {
        if (s.Caller.IsInstallation) return true;
        var over = s.Caller.Over(needed);
        return (await UnitStore.Tree(s, s.Today)).Roots.All(r => over.Contains(r.Id));
    }
}
