using System.Text.Json.Serialization;
namespace Regard.Organisation;

[JsonConverter(typeof(JsonStringEnumConverter<CalendarDayKind>))]
public enum CalendarDayKind { Workday, DayOff, Holiday, MakeUp, Special }

/// <summary>Every day of a calendar in a year.</summary>
/// <param name="Id">Null for the standard calendar.</param>
public sealed record ShowCalendarYear(Id<SavedCalendar>? Id, int Year) : Question<CalendarYear>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override IEnumerable<Problem> Check()
    {
        if (Year is < 2000 or > 2200) yield return new("Year", "Give a year between {0} and {1}.", 2000, 2200);
    }

    internal override async Task<CalendarYear> Run(Session s)
    {
        var all = await CalendarStore.All(s);
        var saved = Id is { } id ? all.Saved.FirstOrDefault(c => c.Id == id) ?? throw new NotFound("There is no such calendar.") : null;
        var calendar = saved is null ? all.Standard : all.Made(saved);
        var holidays = saved?.Region is { } region ? all.Holidays.Where(h => h.Region == region).SelectMany(h => h.Days).GroupBy(h => h.Day).ToDictionary(g => g.Key, g => g.Last()) : [];
        var special = saved?.Days.ToDictionary(d => d.Day) ?? [];
        var first = new DateOnly(Year, 1, 1);
        return new(saved, calendar.Zone, Year, saved?.Region is not { } r || all.Holidays.Any(h => h.Region == r && h.Year == Year),
            [.. Enumerable.Range(0, new DateOnly(Year, 12, 31).DayOfYear).Select(i => Day(first.AddDays(i)))]);

        CalendarDay Day(DateOnly day) => new(day, calendar.On(day).Said(),
            special.ContainsKey(day) ? CalendarDayKind.Special : holidays.TryGetValue(day, out var h) ? h.IsWorked ? CalendarDayKind.MakeUp : CalendarDayKind.Holiday : calendar.IsWorkday(day) ? CalendarDayKind.Workday : CalendarDayKind.DayOff,
            special.TryGetValue(day, out var own) ? own.Name : holidays.TryGetValue(day, out var named) ? named.Name : "");
    }
}

/// <param name="Calendar">Null for the standard one.</param>
/// <param name="HolidaysKnown">False when it keeps the public holidays of a country and nobody has entered those of this year.</param>
public sealed record CalendarYear(SavedCalendar? Calendar, string Zone, int Year, bool HolidaysKnown, IReadOnlyList<CalendarDay> Days);

public sealed record CalendarDay(DateOnly Day, string Shifts, CalendarDayKind Kind, string Name);
