using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>The press has taken a matter up: who speaks for us, and what is to be done at once by whom.</summary>
static class CaseCrisis
{
    /// <summary>Who speaks for us as long as nobody is named: whoever takes what comes to the head of the company.</summary>
    public static async Task<Id<Person>?> Speaker(Session s, Id<Unit> unit, Id<Person>? not, Id<Person>? leaves = null) => await CaseOwners.Found(s, await Top(s, unit), null, not, leaves);

    /// <param name="c">With its spokesperson.</param>
    public static async Task Begin(Session s, Case c, CaseRules rules)
    {
        var top = await Top(s, c.UnitId);
        foreach (var task in rules.CrisisTasks)
        {
            var unit = task.To == CrisisTo.Unit ? c.UnitId : top;
            var doer = task.To == CrisisTo.Spokesperson ? c.SpokespersonId : await CaseOwners.Found(s, unit, null, c.AboutId);
            await CaseTasks.Put(s, c, CaseTaskKind.Crisis, unit, doer ?? c.OwnerId, task.Words.In(s.Caller.Language), task.Minutes);
        }
        var calendar = await CalendarStore.Of(s, c.UnitId);
        await new PutWorkItem(WorkKind.MediaCase, c.Id.Value, CaseWork.Said(Words.Of("In the press: case No. {0}", c.Number)), CaseWork.Path(c), c.UnitId, c.SpokespersonId, CaseClock.End(s.Now, rules.MediaMinutes, false, calendar), LadderFrom: s.Now) { Calendar = calendar }.Run(s);
    }

    public static async Task<Id<Unit>> Top(Session s, Id<Unit> unit) => (await UnitStore.Tree(s, s.Today)).PathTo(unit)[0].Id;
}
