using System.Globalization;
using System.Text.RegularExpressions;
using Regard.Files;
namespace Regard.Metrics;

/// <summary>The periods of a series, each named by its first day.</summary>
public static partial class Period
{
    [GeneratedRegex(@"^(\d{4})(?:[-/.年]\s?(\d{1,2})月?|(\d{2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(\d{4})\s?[-年]?\s?(?:[Qq]([1-4])|第?([1-4一二三四])季度?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    public static DateOnly Begin(this Granularity granularity, DateOnly day) => granularity switch
    {
        Granularity.Day => day,
        Granularity.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        Granularity.Month => new(day.Year, day.Month, 1),
        _ => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
    };

    /// <summary>The first day of the period after.</summary>
    public static DateOnly Next(this Granularity granularity, DateOnly begin) => granularity switch
    {
        Granularity.Day => begin.AddDays(1),
        Granularity.Week => begin.AddDays(7),
        Granularity.Month => begin.AddMonths(1),
        _ => begin.AddMonths(3),
    };

    /// <summary>The first day of the period that lies so many periods before.</summary>
    public static DateOnly Before(this Granularity granularity, DateOnly begin, int periods) => granularity switch
    {
        Granularity.Day => begin.AddDays(-periods),
        Granularity.Week => begin.AddDays(-7 * periods),
        Granularity.Month => begin.AddMonths(-periods),
        _ => begin.AddMonths(-3 * periods),
    };

    public static string Name(this Granularity granularity, DateOnly begin) => granularity switch
    {
        Granularity.Month => begin.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Granularity.Quarter => string.Create(CultureInfo.InvariantCulture, $"{begin.Year}-Q{(begin.Month + 2) / 3}"),
        _ => begin.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>A day, a month (2026-01) or a quarter (2026-Q1) as files hold them.</summary>
    internal static (DateOnly Day, Words? Wrong) Read(string cell)
    {
        var text = Narrow.Digits(cell).Trim();
        if (Month().Match(text) is { Success: true } m && int.Parse(m.Groups[2].Success ? m.Groups[2].ValueSpan : m.Groups[3].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month && Year(m) is { } year)
            return (new(year, month, 1), null);
        if (Quarter().Match(text) is { Success: true } q && Year(q) is { } of)
            return (new(of, 3 * (q.Groups[2].Success ? q.Groups[2].Value[0] - '1' : "1一2二3三4四".IndexOf(q.Groups[3].Value[0], StringComparison.Ordinal) / 2) + 1, 1), null);
        return FileDay.Read(cell);
    }

    static int? Year(Match m) => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is >= 1900 and <= 2200 and var year ? year : null;
}
