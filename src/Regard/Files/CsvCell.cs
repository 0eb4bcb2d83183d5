using System.Buffers;
using System.Globalization;
using System.Text;
namespace Regard.Files;

/// <summary>Keeps spreadsheets from running what people wrote: a text that looks like a formula gets an apostrophe in front.</summary>
public static class CsvCell
{
    static readonly SearchValues<char> special = SearchValues.Create(",\"\r\n");

    /// <remarks>Plain numbers, negative ones too, stay as they are. OWASP, CSV Injection.</remarks>
    public static string Guard(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var risky = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
        return risky && !IsPlainNumber(value) ? "'" + value : value;
    }

    /// <summary>One line of guarded cells as RFC 4180 has it, with its line end.</summary>
    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(c => Quote(Guard(c)))) + "\r\n";

    /// <summary>One cell as it is, on one line: a line break in it would move the numbers of all lines below.</summary>
    internal static void Append(StringBuilder line, string text)
    {
        if (!text.AsSpan().ContainsAny(special)) { line.Append(text); return; }
        line.Append('"').Append(text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    static string Quote(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    static bool IsPlainNumber(string value) =>
        double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
}
