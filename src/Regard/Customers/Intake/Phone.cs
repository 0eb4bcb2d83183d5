using System.Text;
using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>A phone number as it is kept and shown: digits as dialled in China, with + and the country's code for other countries, its extension behind it. Compared and found by <see cref="Canonical.Phone"/>.</summary>
static class Phone
{
    const int Fewest = 5, Most = 15;   // ITU-T E.164: 15 digits at most

    static readonly string[] extensions = ["转", "轉", "分机", "分機", "ext", "x", "#"];

    /// <summary>Null when it is no phone number.</summary>
    public static string? Read(string text)
    {
        var plain = Narrow.Digits(text).Trim();
        var (number, extension) = Split(plain);
        var digits = new StringBuilder(number.Length);
        foreach (var c in number)
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (c == '+' && digits.Length == 0) digits.Append(c);
            else if (c is not (' ' or '-' or '(' or ')' or '.' or '/' or '\u00A0' or '–' or '—' or '·')) return null;
        var said = National(digits.ToString());
        if (said is null || said.Count(char.IsAsciiDigit) is < Fewest or > Most) return null;
        return extension.Length == 0 ? said : $"{said}-{extension}";
    }

    static (string Number, string Extension) Split(string text)
    {
        foreach (var word in extensions)
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
            {
                var after = text[(at + word.Length)..].Trim(' ', '.', ':');
                return after.Length is > 0 and <= 6 && after.All(char.IsAsciiDigit) ? (text[..at], after) : (text, "");
            }
        return (text, "");
    }

    static string? National(string digits)
    {
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = "+" + digits[2..];
        if (digits.StartsWith("+86", StringComparison.Ordinal)) return FromChina(digits[3..]);
        // 86 before a mobile number of eleven digits is the country's code, only without its sign.
        if (digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal)) return digits[2..];
        return digits.Length > 1 ? digits : null;
    }

    // Mobile numbers begin with 1, service numbers with 400 or 800; all others need the 0 of the long-distance call, which is left out behind +86.
    static string FromChina(string digits) => digits is ['1', ..] && digits.Length == 11 || digits.StartsWith("400", StringComparison.Ordinal) || digits.StartsWith("800", StringComparison.Ordinal) || digits is ['0', ..] ? digits : "0" + digits;
}
