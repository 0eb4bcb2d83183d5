using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>A customer who is beside himself is called by somebody with power, soon.</summary>
static class CaseCallBacks
{
    public static async Task Put(Session s, Case c, CaseRules rules)
    {
        var head = await CaseOwners.Found(s, c.UnitId, c.IsKnown ? c.CustomerId : null, c.AboutId) ?? c.OwnerId;
        var due = CaseClock.End(s.Now, rules.CallBackMinutes, false, await CalendarStore.Of(s, c.UnitId));
        await CaseWork.Put(s, WorkKind.CallBack, c.Id.Value, CaseWork.Said(Words.Of("Call the customer of case No. {0}, who is furious", c.Number)), c, c.UnitId, head, due);
    }

    public static Task Settle(Session s, Case c) => CaseWork.Settle(s, WorkKind.CallBack, c.Id.Value);
}
