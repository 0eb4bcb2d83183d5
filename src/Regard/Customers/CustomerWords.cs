using System.Globalization;
using System.Text;
namespace Regard.Customers;

/// <summary>What a customer is found by: tokens, each of letters and digits only, with one space between.</summary>
static class CustomerWords
{
    public static string Of(params IEnumerable<string?> texts)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts) if (text is { Length: > 0 }) tokens.UnionWith(Tokens(text));
        return string.Join(' ', tokens);
    }

    /// <summary>Runs of letters and digits in small letters; Chinese as pairs of neighbours, a single sign as itself.</summary>
    public static IEnumerable<string> Tokens(string text)
    {
        var run = new StringBuilder();
        Rune? before = null;
        var alone = true;
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsHan(rune))
            {
                if (run.Length > 0) { yield return run.ToString(); run.Clear(); }
                if (before is { } b) { yield return $"{b}{rune}"; alone = false; }
                before = rune;
                continue;
            }
            if (before is { } last && alone) yield return last.ToString();
            (before, alone) = (null, true);
            if (Rune.IsLetterOrDigit(rune)) run.Append(Rune.ToLowerInvariant(rune));
            else if (run.Length > 0 && rune.Value is not ('-' or '·' or '.' or '@' or '_')) { yield return run.ToString(); run.Clear(); }
        }
        if (before is { } end && alone) yield return end.ToString();
        if (run.Length > 0) yield return run.ToString();
    }

    static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x3FFFF;
}
