using System.Text;
using System.Text.Unicode;
namespace Regard.Files.Spss;

/// <summary>In what its texts are written: as the file says, or, as old files do not say, as all of its bytes allow.</summary>
static class SpssEncoding
{
    const int GB18030 = 54936, Windows1252 = 1252, Utf8 = 65001, Ebcdic = 1;

    public static Encoding Of(SpssDictionary d, Func<IEnumerable<byte[]>> texts)
    {
        if (SpssExtensions.Find(d, SpssExtensions.EncodingName) is { Length: > 0 } name) return Named(Encoding.ASCII.GetString(name).Trim(' ', '\0'));
        var machine = SpssExtensions.Find(d, SpssExtensions.Machine);
        var page = machine is { Length: >= 32 } ? d.File.Int(machine.AsSpan(28, 4)) : 0;
        // 2 and 3 say "ASCII", whatever was typed.
        return page switch { Ebcdic => throw Unknown("EBCDIC"), > 4 => Page(page) ?? throw Unknown($"{page}"), _ => Guess(texts) };
    }

    static Encoding Named(string name)
    {
        var digits = name.AsSpan().TrimStart("windowscpWINDOWSCP-_");
        return (int.TryParse(digits, out var page) ? Page(page) : Page(name)) ?? throw Unknown(name);
    }

    static Encoding Guess(Func<IEnumerable<byte[]>> texts)
    {
        var strict = CodePagesEncodingProvider.Instance.GetEncoding(GB18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        var (utf8, chinese) = (true, true);
        foreach (var text in texts())
        {
            utf8 = utf8 && System.Text.Unicode.Utf8.IsValid(Whole(text));
            chinese = chinese && Is(strict, text);
            if (!utf8 && !chinese) break;
        }
        return Page(utf8 ? Utf8 : chinese ? GB18030 : Windows1252)!;
    }

    // A text that fills its width may be cut within its last character.
    static ReadOnlySpan<byte> Whole(byte[] text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
            if (text[^back] >= 0xC0) return back < (text[^back] >= 0xF0 ? 4 : text[^back] >= 0xE0 ? 3 : 2) ? text.AsSpan(..^back) : text;
            else if (text[^back] < 0x80) break;
        return text;
    }

    static bool Is(Encoding strict, byte[] text)
    {
        try { strict.GetCharCount(text); }
        catch (DecoderFallbackException e) { return e.Index >= text.Length - 2; }
        return true;
    }

    static Encoding? Page(int page) => page switch
    {
        // What older tools call GBK or GB2312 is a part of GB18030.
        936 or 20936 => Page(GB18030),
        20127 or Utf8 => new UTF8Encoding(false),
        28591 => Page(Windows1252),
        _ => Try(() => CodePagesEncodingProvider.Instance.GetEncoding(page)),
    };

    static Encoding? Page(string name) => name.ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" or "US-ASCII" or "ASCII" or "ANSI_X3.4-1968" => Page(Utf8),
        "GBK" or "GB2312" or "EUC-CN" or "GB18030" => Page(GB18030),
        "ISO-8859-1" or "LATIN1" => Page(Windows1252),
        "BIG5" or "BIG5-HKSCS" => Page(950),
        _ => Try(() => CodePagesEncodingProvider.Instance.GetEncoding(name)),
    };

    static Encoding? Try(Func<Encoding?> find)
    {
        try { return find(); }
        catch (ArgumentException) { return null; }
        catch (NotSupportedException) { return null; }
    }

    static Invalid Unknown(string name) => new("File", "The texts of this SPSS file are in the encoding {0}, which is not known here. Save the file as Unicode (UTF-8) and send it again.", name.Length > 40 ? name[..40] : name);
}
