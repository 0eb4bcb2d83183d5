using System.Text;
namespace Regard.Post.Mime;

/// <summary>Bytes to text by the name of a character set, however it is spelled.</summary>
static class Charsets
{
    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What does not fit becomes U+FFFD; NUL, which no database keeps, is left out.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? name) => Of(name, bytes).GetString(bytes).Replace("\0", "");

    static Encoding Of(string? name, ReadOnlySpan<byte> bytes)
    {
        var known = name?.Trim().Trim('"', '\'').ToLowerInvariant() switch
        {
            // GB18030 contains both of its elders, and senders name the elders for all of it.
            "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "cp936" or "x-gbk" or "euc-cn" => "gb18030",
            "big5" or "big5-hkscs" or "cp950" or "x-big5" => "big5",
            "utf8" => "utf-8",
            // Never to be read as something else than bytes: see the WHATWG's table of labels.
            "us-ascii" or "ascii" or "iso-8859-1" or "latin1" or null or "" or "default" or "unknown" or "utf-7" => null,
            var other => other,
        };
        if (known is not null)
        {
            try { return Encoding.GetEncoding(known); }
            catch (Exception e) when (e is ArgumentException or NotSupportedException) { }
        }
        // Unsaid or wrongly said: UTF-8 where it is valid, else the Western set.
        return IsUtf8(bytes) ? Encoding.UTF8 : Encoding.GetEncoding(1252);
    }

    public static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
