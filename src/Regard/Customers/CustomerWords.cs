using System.Text;
using Regard.Organisation;
namespace Regard.Customers;

/// <summary>What a customer is found by: tokens, each of letters and digits only, with one space between.</summary>
/// <remarks>Whoever writes a customer, its assets or the name of its account keeps them true: new rows by <see cref="Of"/>, later changes by <see cref="CustomerStore.Reword"/>.</remarks>
static class CustomerWords
{
    /// <summary>Digits at the end of a phone number and a serial that people search by.</summary>
    const int PhoneTail = 4, SerialTail = 6;

    /// <param name="account">The name of the account that the customer is a contact of.</param>
    public static string Of(string? externalId, string? name, string? email, string? phone, Id<Unit>? unit, string? account = null, IEnumerable<(string? Plate, string? Serial)>? assets = null)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in (string?[])[externalId, name, email, account]) if (text is { Length: > 0 }) tokens.UnionWith(Tokens(text));
        tokens.UnionWith(Initials.Of(name));
        tokens.UnionWith(Initials.Of(account));
        tokens.UnionWith(OfPhone(phone));
        if (unit is { } u) tokens.Add(OfUnit(u));
        foreach (var (plate, serial) in assets ?? [])
        {
            if (plate is { Length: > 0 }) tokens.UnionWith(Tokens(plate));
            if (Canonical.Code(serial)?.ToLowerInvariant() is not { } code) continue;
            tokens.UnionWith(Tokens(code));
            if (code.Length > SerialTail && code.All(char.IsAsciiLetterOrDigit)) tokens.Add(code[^SerialTail..]);
        }
        return string.Join(' ', tokens);
    }

    /// <summary>The word that all customers of a unit have, so that a search in one store reads no more than that store. Its first sign is none that names begin with.</summary>
    public static string OfUnit(Id<Unit> unit) => "ǂ" + unit.Value.ToString("n")[^16..];

    /// <summary>What is searched for, by one reading of the query and then by another: each of these must begin a word of the customer.</summary>
    /// <remarks>As it was typed first; digits that nothing begins with so are tried as a phone number, however written.</remarks>
    public static IEnumerable<IReadOnlyList<string>> Asked(string query)
    {
        if (Tokens(query, asked: true).Distinct().ToList() is { Count: > 0 } tokens) yield return tokens;
        if (IsPhone(query) && Canonical.Phone(query) is { } phone) yield return [Local(phone)];
    }

    static IEnumerable<string> OfPhone(string? phone)
    {
        if (Canonical.Phone(phone) is not { } canonical) return phone is { Length: > 0 } ? Tokens(phone) : [];
        var digits = Local(canonical);
        return [digits, digits[^Math.Min(PhoneTail, digits.Length)..], .. canonical.StartsWith('+') && !canonical.StartsWith("+86", StringComparison.Ordinal) && digits.Length > 8 ? [digits[^8..]] : (string[])[]];
    }

    /// <summary>As it is dialled at home on the mainland; of other countries with their code.</summary>
    static string Local(string canonical) => canonical.StartsWith("+86", StringComparison.Ordinal) ? canonical[3..] : canonical.TrimStart('+', '0');

    static bool IsPhone(string query) => query.Any(char.IsDigit) && query.All(c => char.IsDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '（' or '）' or '＋');

    /// <summary>Runs of letters and digits in small letters; Chinese as pairs of neighbours, and the last sign of a run as itself, so that one sign finds too.</summary>
    public static IEnumerable<string> Tokens(string text, bool asked = false)
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
            if (before is { } last && (alone || !asked)) yield return last.ToString();
            (before, alone) = (null, true);
            if (Rune.IsLetterOrDigit(rune)) run.Append(Rune.ToLowerInvariant(rune));
            else if (run.Length > 0 && rune.Value is not ('-' or '·' or '.' or '@' or '_')) { yield return run.ToString(); run.Clear(); }
        }
        if (before is { } end && (alone || !asked)) yield return end.ToString();
        if (run.Length > 0) yield return run.ToString();
    }

    static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x3FFFF;
}
