using System.Globalization;
using System.Text;
namespace Regard.Post.Mime;

/// <summary>A header's value with its parameters: type/subtype; name=value; name*0*=utf-8''... (RFC 2045, 2231).</summary>
sealed record MimeParameters(string Value, IReadOnlyDictionary<string, string> Named)
{
    const int Most = 64;

    public string? this[string name] => Named.GetValueOrDefault(name);

    public static MimeParameters Read(string header)
    {
        var pieces = Split(header);
        var value = pieces.Count > 0 ? pieces[0].Trim().ToLowerInvariant() : "";
        var plain = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parts = new Dictionary<string, SortedDictionary<int, (string Text, bool Encoded)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var piece in pieces.Skip(1).Take(Most))
        {
            var equals = piece.IndexOf('=');
            if (equals < 1) continue;
            var name = piece[..equals].Trim();
            var said = Unquote(piece[(equals + 1)..].Trim());
            var star = name.IndexOf('*');
            if (star < 0) { plain.TryAdd(name, EncodedWords.Read(said)); continue; }
            var encoded = name.EndsWith('*');
            var middle = name[(star + 1)..].TrimEnd('*');
            var number = 0;
            if (middle.Length > 0 && !int.TryParse(middle, NumberStyles.None, CultureInfo.InvariantCulture, out number)) continue;
            if (!parts.TryGetValue(name[..star], out var list)) parts[name[..star]] = list = [];
            list.TryAdd(number, (said, encoded));
        }
        foreach (var (name, list) in parts) plain[name] = Join(list);
        return new(value, plain);
    }

    static string Join(SortedDictionary<int, (string Text, bool Encoded)> list)
    {
        string? charset = null;
        var bytes = new List<byte>();
        foreach (var (number, (text, encoded)) in list)
        {
            var said = text;
            if (encoded && number == list.Keys.First() && said.Split('\'', 3) is [var named, _, var rest]) (charset, said) = (named, rest);
            bytes.AddRange(encoded ? Percent(said) : Encoding.UTF8.GetBytes(said));
        }
        return Charsets.Decode([.. bytes], charset);
    }

    static byte[] Percent(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b)) { bytes.Add(b); i += 2; }
            else bytes.Add(text[i] <= 255 ? (byte)text[i] : (byte)'?');
        }
        return [.. bytes];
    }

    /// <summary>At semicolons that stand outside of quotes.</summary>
    static List<string> Split(string header)
    {
        var pieces = new List<string>();
        var from = 0;
        var quoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] == '\\' && quoted) i++;
            else if (header[i] == '"') quoted = !quoted;
            else if (header[i] == ';' && !quoted) { pieces.Add(header[from..i]); from = i + 1; }
        }
        pieces.Add(header[Math.Min(from, header.Length)..]);
        return pieces;
    }

    static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] != '"') return value;
        var text = new StringBuilder(value.Length);
        for (var i = 1; i < value.Length && value[i] != '"'; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length) i++;
            text.Append(value[i]);
        }
        return text.ToString();
    }

    /// <summary>One parameter, in pieces that fit a line when it is not plain ASCII.</summary>
    public static string Write(string name, string value)
    {
        if (value.Length < 60 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ')) return $"{name}=\"{value}\"";
        var pieces = new List<string>();
        var piece = new StringBuilder("utf-8''");
        Span<byte> one = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            if (piece.Length > 50) { pieces.Add(piece.ToString()); piece.Clear(); }
            foreach (var b in one[..rune.EncodeToUtf8(one)])
                if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_') piece.Append((char)b);
                else piece.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
        pieces.Add(piece.ToString());
        return pieces.Count == 1 ? $"{name}*={pieces[0]}" : string.Join(";\r\n ", pieces.Select((p, i) => $"{name}*{i}*={p}"));
    }
}
