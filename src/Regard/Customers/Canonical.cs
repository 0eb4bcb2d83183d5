using System.Text;
namespace Regard.Customers;

/// <summary>One writing for what people write in many: two customers have the same phone when the canonical ones are equal.</summary>
public static class Canonical
{
    const int FewestDigits = 5;

    /// <summary>Digits, with + and the country's code where it is known: mainland mobiles and area codes get +86, ten digits from 09 are Taiwan's. Extensions fall away. Null when it is no phone number.</summary>
    public static string? Phone(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var digits = Digits(text.Normalize(NormalizationForm.FormKC).Trim(), out var abroad);
        if (digits.StartsWith("00", StringComparison.Ordinal)) (digits, abroad) = (digits[2..], true);
        if (digits.Length is < FewestDigits or > 15) return null;
        if (abroad) return "+" + (digits.StartsWith("860", StringComparison.Ordinal) ? "86" + digits[3..] : digits);
        return digits switch
        {
            ['1', >= '3', ..] when digits.Length == 11 => "+86" + digits,
            ['8', '6', '1', >= '3', ..] when digits.Length == 13 => "+" + digits,
            ['0', '9', ..] when digits.Length == 10 => "+886" + digits[1..],
            ['0', not '0', ..] when digits.Length is 11 or 12 => "+86" + digits[1..],
            _ => digits,
        };
    }

    static string Digits(string text, out bool abroad)
    {
        abroad = text.TrimStart('(').StartsWith('+');
        var digits = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (char.IsLetter(c) || c is '#' or ',' or ';' or '/') { if (digits.Length >= FewestDigits) break; digits.Clear(); }
        }
        return digits.ToString();
    }

    public static string? Email(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();

    /// <summary>Of plates, serials: letters and digits only, in capitals. 沪A·12345 and 沪a-12345 are one plate.</summary>
    public static string? Code(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var code = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return code.Length == 0 ? null : code;
    }

    /// <summary>Of names: letters in small, without spaces and signs.</summary>
    public static string? Name(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var name = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return name.Length == 0 ? null : name;
    }
}
