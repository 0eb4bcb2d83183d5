using System.Globalization;
using System.Text.RegularExpressions;
namespace Regard.Files;

/// <summary>A day as files hold it, the year first: 2026-01-05, 2026/1/5, 2026.1.5, 20260105, 2026年1月5日, with or without a time after it.</summary>
static partial class FileDay
{
    const int FirstYear = 1900, LastYear = 2200;

    [GeneratedRegex(@"^(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")]
    private static partial Regex YearLast();

    /// <summary>The day, or what is wrong with it.</summary>
    public static (DateOnly Day, Words? Wrong) Read(string cell)
    {
        if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear) return (day, null);
        var text = Narrow.Digits(cell);
        var match = YearFirst().Match(text);
        if (!match.Success) return (default, YearLast().IsMatch(text) ? Words.Of("“{0}” could be two different days. Write the year first, such as 2026-01-05.", Short(cell)) : NoDay(cell));
        var parts = match.Groups.Values.Skip(1).Where(g => g.Success).Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture)).ToArray();
        if (parts[0] is < FirstYear or > LastYear || parts[1] is < 1 or > 12 || parts[2] < 1 || parts[2] > DateTime.DaysInMonth(parts[0], parts[1])) return (default, Words.Of("There is no day “{0}”.", Short(cell)));
        return (new DateOnly(parts[0], parts[1], parts[2]), null);
    }

    static Words NoDay(string cell) => Words.Of("“{0}” is not a day such as 2026-01-05.", Short(cell));

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
