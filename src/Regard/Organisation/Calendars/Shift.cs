using System.Globalization;
namespace Regard.Organisation;

/// <summary>A stretch of working time on a day, in minutes from its midnight; one that ends the next morning ends beyond 1440.</summary>
public readonly record struct Shift(int From, int Until)
{
    public const int Day = 24 * 60;

    public override string ToString() => $"{Clock(From)}-{Clock(Until is > Day ? Until - Day : Until)}";

    static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}

/// <summary>The working times of one day as people write them: "09:00-12:00, 13:30-18:00"; empty for a day off.</summary>
public static class Shifts
{
    static readonly char[] between = [',', ';', '，', '；', '、'], dashes = ['-', '–', '—', '~', '～', '至', '－'];

    public static string Said(this IReadOnlyList<Shift> shifts) => string.Join(", ", shifts);

    /// <summary>In their order and apart from one another; null for what is no such text.</summary>
    public static IReadOnlyList<Shift>? Parse(string? text)
    {
        var shifts = new List<Shift>();
        foreach (var part in (text ?? "").Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(dashes, StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || Minutes(ends[0]) is not { } from || from == Shift.Day || Minutes(ends[1]) is not { } until) return null;
            if (until <= from) until += Shift.Day;
            if (shifts.Count > 0 && from < shifts[^1].Until) return null;
            shifts.Add(new(from, until));
        }
        return shifts.Count > 1 && shifts[^1].Until > shifts[0].From + Shift.Day ? null : shifts;
    }

    static int? Minutes(string clock)
    {
        var halves = clock.Split(':', '：');
        if (halves.Length != 2 || halves[1].Length != 2 || halves[0].Length is 0 or > 2) return null;
        if (!int.TryParse(halves[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || !int.TryParse(halves[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) return null;
        return minutes < 60 && hours * 60 + minutes <= Shift.Day ? hours * 60 + minutes : null;
    }
}
