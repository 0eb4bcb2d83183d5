namespace Regard.Organisation;

/// <summary>From now on the unit, and what stands under it without a calendar of its own, works by that one.</summary>
/// <param name="CalendarId">Null for that of the unit above.</param>
public sealed record SetUnitCalendar(Id<Unit> UnitId, Id<SavedCalendar>? CalendarId) : Change<Done>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => $"{UnitId} {CalendarId}";

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        if (CalendarId is not { } calendar)
        {
            await s.Write("delete from unit_calendars where unit_id = @UnitId", new { UnitId });
            return default;
        }
        await CalendarStore.Find(s, calendar);
        await s.Write("insert into unit_calendars (unit_id, calendar_id) values (@UnitId, @calendar) on conflict (unit_id) do update set calendar_id = @calendar", new { UnitId, calendar });
        return default;
    }
}
