using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>The tasks on people's lists that come of a case, kept in step with it.</summary>
static class CaseWork
{
    public static string Path(Case c) => $"/cases/{c.Number}";

    public static async Task Put(Session s, Case c, CaseRules rules)
    {
        var calendar = await CalendarStore.Of(s, c.UnitId);
        await new PutWorkItem(WorkKind.Case, c.Id.Value, Title(c), Path(c), c.UnitId, c.OwnerId, Due(s, c, rules, calendar)) { Calendar = calendar }.Run(s);
    }

    /// <summary>After a case has changed: its one task has its owner, its due time and its end.</summary>
    public static async Task Follow(Session s, Case was, Case c)
    {
        if (was.IsOpen != c.IsOpen) await new SettleWorkItem(WorkKind.Case, c.Id.Value, Done: !c.IsOpen).Run(s);
        if (was.IsMedia && was.IsOpen != c.IsOpen) await new SettleWorkItem(WorkKind.MediaCase, c.Id.Value, Done: !c.IsOpen).Run(s);
        if (!c.IsOpen) return;
        if (was.IsMedia && (was.SpokespersonId, was.UnitId) != (c.SpokespersonId, c.UnitId)) await new ReassignWorkItem(WorkKind.MediaCase, c.Id.Value, c.SpokespersonId, c.UnitId).Run(s);
        if (was.IsOpen && (was.OwnerId, was.DueAt, was.State, was.UnitId, was.Severity, was.Kind) == (c.OwnerId, c.DueAt, c.State, c.UnitId, c.Severity, c.Kind)) return;
        var calendar = await CalendarStore.Of(s, c.UnitId);
        await new MoveWorkItem(WorkKind.Case, c.Id.Value, c.OwnerId, Due(s, c, await CaseStore.Rules(s, c.RulesNumber), calendar)) { Calendar = calendar, UnitId = c.UnitId, Title = Title(c) }.Run(s);
    }

    public static Task Settle(Session s, WorkKind kind, Guid subject) => new SettleWorkItem(kind, subject).Run(s);

    public static Task Put(Session s, WorkKind kind, Guid subject, Text title, Case c, Id<Unit> unit, Id<Person> owner, DateTimeOffset due) =>
        new PutWorkItem(kind, subject, title, Path(c), unit, owner, due).Run(s);

    /// <summary>While no clock runs, the time after which the customer is asked again.</summary>
    static DateTimeOffset Due(Session s, Case c, CaseRules rules, WorkingCalendar calendar) => c.DueAt ?? CaseClock.End(s.Now, rules.WaitMinutes, false, calendar);

    /// <summary>Without the customer's words: lists are read by more people than cases are.</summary>
    public static Text Title(Case c) => Said((c.Kind == CaseKind.Complaint, c.Severity >= Severity.Severe) switch
    {
        (true, false) => Words.Of("Complaint No. {0}", c.Number),
        (true, true) => Words.Of("Urgent: complaint No. {0}", c.Number),
        (false, false) => Words.Of("Case No. {0}", c.Number),
        _ => Words.Of("Urgent: case No. {0}", c.Number),
    });

    public static Text Said(Words words) => new(Languages.All.ToDictionary(l => l.Tag(), words.In));
}
