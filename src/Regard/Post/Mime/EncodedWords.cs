using System.Text;
using System.Text.RegularExpressions;
namespace Regard.Post.Mime;

/// <summary>Words beyond ASCII in headers (RFC 2047).</summary>
static partial class EncodedWords
{
    /// <summary>Bytes of UTF-8 that fit into one encoded word of 75 characters.</summary>
    const int BytesInWord = 45;

    [GeneratedRegex(@"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\r\n]*)\?=")]
    private static partial Regex Word();

    public static string Read(string header)
    {
        if (!header.Contains("=?", StringComparison.Ordinal)) return header;
        var text = new StringBuilder();
        var pending = new List<byte>();
        string? charset = null;
        var at = 0;
        foreach (Match m in Word().Matches(header))
        {
            var between = header[at..m.Index];
            var next = m.Groups[1].Value.Split('*')[0];
            // White space between two encoded words is not meant; characters may even be split between them.
            if (charset is null || between.AsSpan().Trim().Length > 0 || !next.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
                if (at == 0 || between.AsSpan().Trim().Length > 0) text.Append(between);
            }
            charset = next;
            pending.AddRange(m.Groups[2].Value is "b" or "B" ? TransferEncoding.Base64(Encoding.Latin1.GetBytes(m.Groups[3].Value)) : Quoted(m.Groups[3].Value));
            at = m.Index + m.Length;
        }
        Flush();
        return text.Append(header, at, header.Length - at).ToString();

        void Flush()
        {
            if (charset is not null) text.Append(Charsets.Decode([.. pending], charset));
            pending.Clear();
            charset = null;
        }
    }

    static byte[] Quoted(string text) => TransferEncoding.QuotedPrintable(Encoding.Latin1.GetBytes(text.Replace('_', ' ')), keepsTrailing: true);

    /// <summary>As it stands when it is plain ASCII; else in encoded words, one to a line.</summary>
    public static string Write(string text, bool asName = false)
    {
        text = text.ReplaceLineEndings(" ");
        if (text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal) && text.Length < 200 && !(asName && text.AsSpan().IndexOfAny("\"(),:;<>@[]\\.") >= 0)) return text;
        var words = new List<string>();
        var bytes = new List<byte>(BytesInWord);
        Span<byte> one = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var n = rune.EncodeToUtf8(one);
            if (bytes.Count + n > BytesInWord) { words.Add(Word([.. bytes])); bytes.Clear(); }
            bytes.AddRange(one[..n]);
        }
        words.Add(Word([.. bytes]));
        return string.Join("\r\n ", words);

        static string Word(byte[] bytes) => $"=?utf-8?B?{Convert.ToBase64String(bytes)}?=";
    }
}
