using System.Text;
using System.Text.RegularExpressions;
namespace Regard.Post.Mime;

/// <summary>The headers of a message or of one of its parts, unfolded, in their order.</summary>
sealed partial class MimeHeaders
{
    const int LongestSection = 256 * 1024, Most = 1000;

    readonly List<(string Name, string Value)> lines;

    MimeHeaders(List<(string, string)> lines) => this.lines = lines;

    public int Count => lines.Count;

    /// <summary>As it stands, encoded words and all.</summary>
    public string? this[string name] => lines.FirstOrDefault(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>In readable words.</summary>
    public string? Said(string name) => this[name] is { } value ? OneLine(EncodedWords.Read(value)) : null;

    [GeneratedRegex("""charset\s*=\s*"?([A-Za-z0-9_-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    /// <summary>Reads up to the empty line; Body is where what follows begins.</summary>
    public static MimeHeaders Read(ReadOnlySpan<byte> part, bool ofMessage, out int body)
    {
        var lines = new List<(string, string)>();
        var at = 0;
        body = part.Length;
        while (at < part.Length)
        {
            var end = part[at..].IndexOf((byte)'\n');
            var next = end < 0 ? part.Length : at + end + 1;
            if (next > LongestSection)
            {
                if (ofMessage) throw new Unreadable("Its headers are too long.");
                body = 0;
                return new([]);
            }
            var line = part[at..next].TrimEnd("\r\n"u8);
            if (line.Length == 0) { body = next; break; }
            at = next;
        }
        var section = part[..Math.Min(at, part.Length)];
        var hint = Charset().Match(Encoding.Latin1.GetString(section)) is { Success: true } m ? m.Groups[1].Value : null;
        var text = Charsets.IsUtf8(section) ? Encoding.UTF8.GetString(section) : Charsets.Decode(section, hint);
        StringBuilder? value = null;
        var name = "";
        foreach (var line in text.Replace("\r\n", "\n").Replace('\r', '\n').Replace("\0", "").Split('\n'))
        {
            if (line.Length == 0) continue;
            if (line[0] is ' ' or '\t') { value?.Append(' ').Append(line.AsSpan().Trim()); continue; }
            Keep();
            var colon = line.IndexOf(':');
            if (colon < 1 || line.AsSpan(0, colon).TrimEnd().IndexOfAny(' ', '\t') >= 0) continue;
            (name, value) = (line[..colon].TrimEnd(), new StringBuilder(line[(colon + 1)..].Trim()));
        }
        Keep();
        return new(lines);

        void Keep()
        {
            if (value is not null && lines.Count < Most) lines.Add((name, value.ToString()));
            value = null;
        }
    }

    static string OneLine(string value) => new([.. value.Select(c => char.IsControl(c) ? ' ' : c)]);
}
