using System.Globalization;
using System.Text.Json;
namespace Regard.Organisation;

/// <summary>A public holiday, or a day of the weekend that is worked for one.</summary>
public sealed record PublicHoliday
{
    public required DateOnly Day { get; init; }
    public required bool IsWorked { get; init; }
    public required string Name { get; init; }
}

/// <summary>The public holidays of a country in a year, as its government announced them.</summary>
public sealed record HolidayYear(string Region, int Year, string Source, IReadOnlyList<PublicHoliday> Days);

/// <summary>Holidays as people write them, a line each: "2026-10-01/2026-10-07 国庆节"; with a plus before the name for a day worked instead.</summary>
public static class PublicHolidays
{
    /// <summary>Whose holidays a calendar can keep.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["CN"];

    /// <summary>The years that Regard brings along.</summary>
    public static IReadOnlyList<HolidayYear> Known { get; } = Read();

    public static string Write(IEnumerable<PublicHoliday> days)
    {
        var lines = new List<(DateOnly From, DateOnly Until, bool IsWorked, string Name)>();
        foreach (var d in days.OrderBy(d => d.Day))
            if (lines.Count > 0 && lines[^1] is var (from, until, worked, name) && until.AddDays(1) == d.Day && worked == d.IsWorked && name == d.Name) lines[^1] = (from, d.Day, worked, name);
            else lines.Add((d.Day, d.Day, d.IsWorked, d.Name));
        return string.Join("\n", lines.Select(l => $"{l.From:yyyy-MM-dd}{(l.Until > l.From ? $"/{l.Until:yyyy-MM-dd}" : "")} {(l.IsWorked ? "+ " : "")}{l.Name}".TrimEnd()));
    }

    /// <exception cref="Invalid">A line that cannot be read, is outside of the year, or says a day twice.</exception>
    public static IReadOnlyList<PublicHoliday> Parse(int year, string text)
    {
        var days = new SortedDictionary<DateOnly, PublicHoliday>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (dates, rest) = line.IndexOf(' ') is var at and > 0 ? (line[..at], line[at..].Trim()) : (line, "");
            var ends = dates.Split('/');
            if (ends.Length > 2 || Day(ends[0]) is not { } from || Day(ends[^1]) is not { } until || until < from || until.DayNumber - from.DayNumber > 31)
                throw new Invalid("Days", "This line cannot be read: {0}. Write 2027-02-06/2027-02-12 and the name; put + before the name of a day that is worked instead.", line);
            // What is off around New Year may begin in December.
            if (from < new DateOnly(year - 1, 12, 1) || until.Year > year) throw new Invalid("Days", "This line is not about {1}: {0}.", line, year);
            var worked = rest.StartsWith('+');
            for (var day = from; day <= until; day = day.AddDays(1))
                if (!days.TryAdd(day, new() { Day = day, IsWorked = worked, Name = rest.TrimStart('+').Trim() })) throw new Invalid("Days", "{0:yyyy-MM-dd} is said twice.", day);
        }
        return [.. days.Values];
    }

    static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    sealed record Written(string Region, int Year, string Source, string[] Days);

    static List<HolidayYear> Read()
    {
        using var stream = typeof(PublicHolidays).Assembly.GetManifestResourceStream("Regard.Organisation.Calendars.holidays.json")!;
        return JsonSerializer.Deserialize<List<Written>>(stream, JsonSerializerOptions.Web)!.ConvertAll(y => new HolidayYear(y.Region, y.Year, y.Source, Parse(y.Year, string.Join("\n", y.Days))));
    }
}
