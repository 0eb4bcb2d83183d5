using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Rules hold for all customers alike, so that grades and losses can be compared.</summary>
static class WholeCompany
{
    public static async Task Demand(Session s)
    {
        if (s.Caller.IsInstallation) return;
        var tree = await UnitStore.Tree(s, s.Today);
        var over = s.Caller.Over(Permission.EditCustomerRules);
        if (!tree.Roots.All(r => over.Contains(r.Id))) throw new Refused(Words.Of("These rules hold for the whole company; your role covers a part of it only."), forbidden: true);
    }
}
