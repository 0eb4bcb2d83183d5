using Regard.Cases;
using Regard.Organisation;
namespace Regard.Care;

/// <summary>What a remedy in a case is decided on, as things stand now for the caller.</summary>
static class RemedyDesk
{
    public static async Task<RemedyFacts> Facts(Session s, Case c, IReadOnlyList<Gesture> given, long amount) => new()
    {
        Roles = await Roles(s, c), Grade = c.Grade, Cause = c.Cause, Fault = c.Fault, Amount = amount, SpentOnCase = given.Where(g => g.Counts).Sum(g => g.Amount),
        SpentThisMonth = s.Caller.Person is { } me ? await CareStore.SpentInMonth(s, me, s.Now) : 0, BudgetLeft = await CareStore.BudgetLeft(s, c.UnitId, s.Now),
    };

    /// <summary>Roles over the unit of the case; who owns the case brings the roles held elsewhere, and whoever stands in for somebody, or is named as backup, those of the one who is away.</summary>
    static async Task<IReadOnlyList<Role>> Roles(Session s, Case c)
    {
        var path = (await UnitStore.Tree(s, s.Today)).PathTo(c.UnitId).Select(u => u.Id).ToHashSet();
        var roles = s.Caller.Roles.Where(r => path.Contains(r.UnitId) || s.Caller.Person == c.OwnerId).Select(r => r.Role).ToList();
        foreach (var away in await new ActedFor(c).Run(s))
            roles.AddRange((await PersonStore.AsCaller(s, await PersonStore.Find(s, away))).Roles.Where(r => path.Contains(r.UnitId)).Select(r => r.Role));
        return [.. roles.Distinct()];
    }
}
