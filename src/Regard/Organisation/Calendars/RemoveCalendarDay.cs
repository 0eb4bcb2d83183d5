namespace Regard.Organisation;

/// <summary>The day is worked again as the week and the public holidays say.</summary>
public sealed record RemoveCalendarDay(Id<SavedCalendar> CalendarId, DateOnly Day) : Change<Done>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => $"{CalendarId} {Day:yyyy-MM-dd}";

    internal override async Task<Done> Run(Session s) =>
        await s.Write("delete from calendar_days where calendar_id = @CalendarId and day = @Day", new { CalendarId, Day }) > 0 ? default : throw new NotFound("This day has no working times of its own.");
}
