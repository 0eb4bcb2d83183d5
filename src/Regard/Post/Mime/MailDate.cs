using System.Globalization;
using System.Text.RegularExpressions;
namespace Regard.Post.Mime;

/// <summary>When a mail says it was written.</summary>
static partial class MailDate
{
    [GeneratedRegex(@"^(?:[A-Za-z]{2,9},?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+([+-]\d{4}|[A-Za-z]{1,5}))?")]
    private static partial Regex Form();

    static readonly string[] months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Null when it says nothing sensible.</summary>
    public static DateTimeOffset? Read(string? header)
    {
        if (header is null || Form().Match(header.Trim()) is not { Success: true } m) return null;
        int Part(int group) => m.Groups[group].Success ? int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var year = Part(3);
        if (m.Groups[3].Length < 4) year += year < 50 ? 2000 : 1900;
        var (month, day, second) = (Array.IndexOf(months, m.Groups[2].Value.ToLowerInvariant()) + 1, Part(1), Math.Min(Part(6), 59));
        if (month == 0 || year is < 1980 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, month) || Part(4) > 23 || Part(5) > 59) return null;
        var offset = Offset(m.Groups[7].Value);
        return new DateTimeOffset(year, month, day, Part(4), Part(5), second, TimeSpan.Zero) - offset;
    }

    static TimeSpan Offset(string zone)
    {
        if (zone.Length == 5 && zone[0] is '+' or '-')
        {
            var hours = int.Parse(zone.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture);
            var minutes = int.Parse(zone.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture);
            return hours <= 14 && minutes <= 59 ? (zone[0] == '-' ? -1 : 1) * new TimeSpan(hours, minutes, 0) : TimeSpan.Zero;
        }
        // RFC 5322, 4.3; other letters say nothing.
        return TimeSpan.FromHours(zone.ToUpperInvariant() switch { "EDT" => -4, "EST" or "CDT" => -5, "CST" or "MDT" => -6, "MST" or "PDT" => -7, "PST" => -8, _ => 0 });
    }
}
