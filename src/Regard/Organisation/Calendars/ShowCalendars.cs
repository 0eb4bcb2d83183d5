namespace Regard.Organisation;

/// <summary>The calendars, who works by them, and which years of public holidays are known.</summary>
public sealed record ShowCalendars : Question<CalendarsView>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<CalendarsView> Run(Session s)
    {
        var all = await CalendarStore.All(s);
        return new()
        {
            Calendars = [.. all.Saved.OrderBy(c => c.Name, StringComparer.Ordinal)],
            Units = all.Own, StandardZone = all.Standard.Zone, Holidays = all.Holidays, Unknown = all.UnknownYears(s.Today),
        };
    }
}

public sealed record CalendarsView
{
    public required IReadOnlyList<SavedCalendar> Calendars { get; init; }
    /// <summary>The units with a calendar of their own.</summary>
    public required IReadOnlyDictionary<Id<Unit>, Id<SavedCalendar>> Units { get; init; }
    public required string StandardZone { get; init; }
    public required IReadOnlyList<HolidayYear> Holidays { get; init; }
    /// <summary>Years, this one or the coming one, whose holidays a calendar in use ought to keep and nobody has entered.</summary>
    public required IReadOnlyList<int> Unknown { get; init; }
}
