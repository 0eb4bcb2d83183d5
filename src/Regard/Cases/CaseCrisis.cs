using Regard.Organisation;
namespace Regard.Cases;

/// <summary>The press has taken a matter up: what is to be done at once, and by whom.</summary>
static class CaseCrisis
{
    public static async Task Begin(Session s, Case c, CaseRules rules)
    {
        var top = (await UnitStore.Tree(s, s.Today)).PathTo(c.UnitId)[0].Id;
        foreach (var task in rules.CrisisTasks)
        {
            var unit = task.ToTheTop ? top : c.UnitId;
            await CaseTasks.Put(s, c, CaseTaskKind.Crisis, unit, await CaseOwners.Found(s, unit, null, c.AboutId) ?? c.OwnerId, task.Words.In(s.Caller.Language), task.Minutes);
        }
    }
}
