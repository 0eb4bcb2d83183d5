namespace Regard.Organisation;

/// <summary>Working times of a day, or of some days in a row, that are neither those of the week nor those of a public holiday.</summary>
/// <param name="Shifts">Empty for days off.</param>
public sealed record SaveCalendarDays(Id<SavedCalendar> CalendarId, DateOnly From, DateOnly Until, string? Shifts, string? Name) : Change<Done>
{
    const int Most = 62;

    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => $"{CalendarId} {From:yyyy-MM-dd} {Until:yyyy-MM-dd}";

    internal override IEnumerable<Problem> Check()
    {
        if (Until < From) yield return new("Until", "The last day is before the first.");
        else if (Until.DayNumber - From.DayNumber >= Most) yield return new("Until", "At most {0} days at once.", Most);
        if (Organisation.Shifts.Parse(Shifts) is null) yield return new("Shifts", "Write working times as 09:00-12:00, 13:30-18:00, in their order; leave a day off empty.");
        if (Name?.Length > 100) yield return new("Name", "At most {0} characters.", 100);
    }

    internal override async Task<Done> Run(Session s)
    {
        await CalendarStore.Find(s, CalendarId);
        for (var day = From; day <= Until; day = day.AddDays(1))
            await s.Write("""
                insert into calendar_days (calendar_id, day, shifts, name) values (@CalendarId, @day, @shifts, @name)
                on conflict (calendar_id, day) do update set shifts = @shifts, name = @name
                """, new { CalendarId, day, shifts = Organisation.Shifts.Parse(Shifts)!.Said(), name = Name?.Trim() ?? "" });
        return default;
    }
}
