using Regard.Organisation;
namespace Regard.Work;

/// <summary>From now on each unit of a kind under a unit does this every working day, or every week.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Weekday">By when in the week; for weekly ones.</param>
public sealed record SaveRoutine(Id<Routine>? Id, string Title, Id<Unit> UnitId, UnitKind UnitKind, RoutineEvery Every, DayOfWeek? Weekday = null) : Change<Id<Routine>>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{UnitId} {UnitKind} {Every}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Title)) yield return new("Title", "Say what is to be done.");
        else if (Title.Length > AddWorkItem.LongestTitle) yield return new("Title", "At most {0} characters.", AddWorkItem.LongestTitle);
        if (!Enum.IsDefined(UnitKind) || UnitKind == UnitKind.Competitor) yield return new("UnitKind", "Choose which kind of unit does it.");
        if (!Enum.IsDefined(Every)) yield return new("Every", "Every day or every week.");
        if (Every == RoutineEvery.Week && (Weekday is not { } day || !Enum.IsDefined(day))) yield return new("Weekday", "Choose the day of the week.");
    }

    internal override async Task<Id<Routine>> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        if (Id is { } old) await new StopRoutine(old).Run(s);
        return await Keep(s, Text.OneFor(s.Caller.Language, Title.Trim()), UnitId, UnitKind, Every, Every == RoutineEvery.Week ? Weekday : null);
    }

    internal static async Task<Id<Routine>> Keep(Session s, Text title, Id<Unit> unit, UnitKind kind, RoutineEvery every, DayOfWeek? weekday)
    {
        var id = Id<Routine>.New(s.Now);
        await s.Write("insert into routines (id, title, unit_id, unit_kind, every, weekday, saved_at, saved_by) values (@id, @title, @unit, @kind, @every, @weekday, @Now, @Person)",
            new { id, title, unit, kind = kind.ToString(), every = every.ToString(), weekday = weekday?.ToString(), s.Now, s.Caller.Person });
        return id;
    }
}
