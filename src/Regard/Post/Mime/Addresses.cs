using System.Text;
namespace Regard.Post.Mime;

/// <summary>Someone in a From or To header. Address is in small letters.</summary>
sealed record Mailbox(string Name, string Address);

/// <summary>Address lists as they come (RFC 5322).</summary>
static class Addresses
{
    const int Most = 500, LongestAddress = 320, LongestName = 300;

    public static IReadOnlyList<Mailbox> Read(string? header)
    {
        if (header is null) return [];
        var found = new List<Mailbox>();
        StringBuilder words = new(), angle = new(), comment = new();
        int depth = 0;
        bool quoted = false, inside = false, hadAngle = false;
        for (var i = 0; i <= header.Length && found.Count < Most; i++)
        {
            var c = i < header.Length ? header[i] : ',';
            var atEnd = i == header.Length;
            if (!atEnd && c == '\\' && (quoted || depth > 0) && i + 1 < header.Length) { (depth > 0 ? comment : words).Append(header[++i]); continue; }
            if (!atEnd && quoted) { if (c == '"') quoted = false; else words.Append(c); continue; }
            if (!atEnd && depth > 0) { if (c == '(') depth++; else if (c == ')') depth--; if (depth > 0) comment.Append(c); continue; }
            switch (c)
            {
                case '"' when !inside: quoted = true; break;
                case '(' when !inside: depth = 1; break;
                case '<': inside = true; hadAngle = true; angle.Clear(); break;
                case '>': inside = false; break;
                // A group: its name is of no interest.
                case ':' when !inside && words.ToString().IndexOf('@') < 0: words.Clear(); break;
                case ',' or ';' when !inside || atEnd:
                    Keep();
                    break;
                default: (inside ? angle : words).Append(c); break;
            }
        }
        return found;

        void Keep()
        {
            var address = Plain(hadAngle ? angle.ToString() : words.ToString());
            var name = EncodedWords.Read(hadAngle ? words.ToString().Trim() : comment.ToString().Trim()).Trim();
            if (address.Length > 0) found.Add(new(string.Concat(name.EnumerateRunes().Where(r => !Rune.IsControl(r)).Take(LongestName)), address));
            words.Clear(); angle.Clear(); comment.Clear();
            (inside, hadAngle, quoted, depth) = (false, false, false, 0);
        }
    }

    /// <summary>Nothing when it is no address that could be written to.</summary>
    static string Plain(string typed)
    {
        var a = typed.Trim().ToLowerInvariant();
        // An old route before the address.
        if (a.StartsWith('@') && a.IndexOf(':') is > 0 and var colon) a = a[(colon + 1)..];
        var at = a.LastIndexOf('@');
        return at > 0 && at < a.Length - 1 && a.Length <= LongestAddress && !a.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';') ? a : "";
    }
}
