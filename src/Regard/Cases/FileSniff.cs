using System.IO.Compression;
using System.Text;
namespace Regard.Cases;

/// <summary>What a file is, told by what is in it and never by what it is called. Null for everything that a case does not take.</summary>
static class FileSniff
{
    const int Head = 16, MostEntries = 10_000;

    static readonly Dictionary<string, string> endings = new()
    {
        ["image/jpeg"] = ".jpg", ["image/png"] = ".png", ["image/gif"] = ".gif", ["image/webp"] = ".webp", ["image/heic"] = ".heic", ["application/pdf"] = ".pdf", ["audio/mpeg"] = ".mp3", ["audio/wav"] = ".wav",
        ["audio/ogg"] = ".ogg", ["audio/amr"] = ".amr", ["audio/mp4"] = ".m4a", [Office("wordprocessingml.document")] = ".docx", [Office("spreadsheetml.sheet")] = ".xlsx", [Office("presentationml.presentation")] = ".pptx", ["text/plain"] = ".txt",
    };

    public static string? TypeOf(ReadOnlyMemory<byte> content)
    {
        var head = Encoding.Latin1.GetString(content.Span[..Math.Min(Head, content.Length)]).PadRight(Head, '\0');
        if (head.StartsWith("\u00FF\u00D8\u00FF", StringComparison.Ordinal)) return "image/jpeg";
        if (head.StartsWith("\u0089PNG\r\n\u001A\n", StringComparison.Ordinal)) return "image/png";
        if (head.StartsWith("GIF87a", StringComparison.Ordinal) || head.StartsWith("GIF89a", StringComparison.Ordinal)) return "image/gif";
        if (head.StartsWith("RIFF", StringComparison.Ordinal)) return head[8..12] switch { "WEBP" => "image/webp", "WAVE" => "audio/wav", _ => null };
        if (head[4..8] == "ftyp") return head[8..12] switch { "heic" or "heix" or "mif1" or "msf1" => "image/heic", "M4A " or "mp42" or "isom" or "M4B " => "audio/mp4", _ => null };
        if (head.StartsWith("%PDF-", StringComparison.Ordinal)) return "application/pdf";
        if (head.StartsWith("ID3", StringComparison.Ordinal) || (head[0] == '\u00FF' && head[1] is '\u00FB' or '\u00F3' or '\u00F2')) return "audio/mpeg";
        if (head.StartsWith("OggS", StringComparison.Ordinal)) return "audio/ogg";
        if (head.StartsWith("#!AMR", StringComparison.Ordinal)) return "audio/amr";
        if (head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)) return Packed(content);
        return IsText(content.Span) ? "text/plain" : null;
    }

    /// <summary>A name that ends as the content says, without folders and signs that do harm.</summary>
    public static string Named(string? name, string type)
    {
        var plain = string.Concat((name ?? "").Split('/', '\\')[^1].Normalize().Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or ':' or '|' or '?' or '*') && !IsTurning(c))).Trim(' ', '.');
        if (plain.Length > CaseFile.LongestName) plain = plain[^CaseFile.LongestName..];
        var ending = endings[type];
        var fits = plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || (type == "image/jpeg" && plain.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)) || (type == "text/plain" && plain.EndsWith(".csv", StringComparison.OrdinalIgnoreCase));
        return plain.Length == 0 ? "file" + ending : fits ? plain : plain + ending;
    }

    static string Office(string kind) => "application/vnd.openxmlformats-officedocument." + kind;

    /// <summary>Of packed files only documents, and none that carries a program.</summary>
    static string? Packed(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            var names = zip.Entries.Take(MostEntries).Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml") || names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            return names.Contains("word/document.xml") ? Office("wordprocessingml.document") : names.Contains("xl/workbook.xml") ? Office("spreadsheetml.sheet") : names.Contains("ppt/presentation.xml") ? Office("presentationml.presentation") : null;
        }
        catch (InvalidDataException) { return null; }
    }

    static bool IsText(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || !System.Text.Unicode.Utf8.IsValid(content)) return false;
        foreach (var b in content) if (b is 0x7F || (b < ' ' && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))) return false;
        return true;
    }

    /// <summary>Signs that turn the reading direction, so that a name seems to end otherwise.</summary>
    static bool IsTurning(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F';
}
