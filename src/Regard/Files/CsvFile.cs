using System.Text;
using System.Text.Unicode;
using CsvHelper;
namespace Regard.Files;

/// <summary>A table as people send it: comma, semicolon or tab between the columns, UTF-8 or GB18030, read once from top to bottom.</summary>
/// <remarks>However long the file, memory holds a few lines of it.</remarks>
public sealed class CsvFile : IDisposable
{
    /// <summary>Bytes, when nothing else is set: 1 GiB.</summary>
    public const long LargestFile = 1L << 30;
    const int LongestLine = 1 << 20;

    readonly CsvReader reader;
    bool malformed;

    CsvFile(Stream file, Encoding? encoding)
    {
        EncodingName = encoding is null ? "UTF-8" : "GB18030";
        reader = CsvReader.Create(file, new CsvReaderOptions
        {
            Encoding = encoding, MaxRecordSize = LongestLine, TrackLineNumbers = true, BufferSize = 1 << 17,
            OnMalformedRecord = _ => malformed = true,
        }, leaveOpen: true);
        Header = Guarded(() => { reader.ReadHeader(); return reader.Headers.Select(h => h.Trim()).ToArray(); });
    }

    public string EncodingName { get; }
    public char Separator => reader.Separator;
    public IReadOnlyList<string> Header { get; }
    /// <summary>The line of the file on which the current row starts, from 1.</summary>
    public long Line => reader.LineNumber;
    public int Cells => reader.FieldCount;
    /// <summary>Quotation marks in the current row do not pair up.</summary>
    public bool IsMalformed => malformed;

    /// <param name="file">Able to seek: its encoding is found out from the whole of it first.</param>
    public static CsvFile Open(Stream file, long largest = LargestFile)
    {
        if (file.Length == 0) throw new Invalid("File", "The file is empty.");
        if (file.Length > largest) TooLarge(largest);
        var encoding = FindEncoding(file);
        file.Position = 0;
        var csv = new CsvFile(file, encoding);
        if (csv.Header.Count == 0 || csv.Header.All(h => h.Length == 0)) throw new Invalid("File", "The file is empty.");
        var twice = csv.Header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? csv : throw new Invalid("File", "Two columns are called {0}.", twice.Key);
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void TooLarge(long largest) => throw new Invalid("File", "The file is too large: {0} MB at most. Split it, and send the parts one after the other.", largest >> 20);

    public bool Read()
    {
        malformed = false;
        return Guarded(reader.Read);
    }

    /// <summary>The cell as UTF-8, valid until the next row; empty past the end of a short row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => column < reader.FieldCount ? Trimmed(reader.GetSpan(column)) : default;

    // Almost no cell has spaces around it.
    static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> cell) => cell is [(byte)' ', ..] or [.., (byte)' '] ? cell.Trim((byte)' ') : cell;

    public string Cell(int column) => column >= 0 && column < reader.FieldCount ? reader.GetString(column).Trim() : "";

    /// <summary>-1 when there is no such column.</summary>
    public int Column(string name) => Array.FindIndex((string[])Header, h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The row as it stands in the file.</summary>
    public string Raw => Encoding.UTF8.GetString(reader.RawRecord);

    /// <summary>Nothing but separators, as spreadsheets leave below a table.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Cells; i++) if (!Bytes(i).IsEmpty) return false;
            return true;
        }
    }

    /// <summary>More cells than the header has columns, or fewer. Empty cells at the end do not count.</summary>
    public bool IsUneven
    {
        get
        {
            if (Cells < Header.Count) return true;
            for (var i = Header.Count; i < Cells; i++) if (!reader.IsEmpty(i)) return true;
            return false;
        }
    }

    T Guarded<T>(Func<T> read)
    {
        try { return read(); }
        catch (DecoderFallbackException) { throw NoKnownEncoding; }
        catch (CsvFormatException e) { throw new Invalid("File", "Line {0} never ends. Is a quotation mark missing there?", e.LineNumber); }
    }

    static Invalid NoKnownEncoding => new("file", "The file is neither UTF-8 nor GB18030. Please save it as “CSV UTF-8” and send it again.");

    /// <summary>Null for UTF-8.</summary>
    static Encoding? FindEncoding(Stream file)
    {
        var buffer = new byte[1 << 18];
        var utf8 = true;
        var kept = 0;
        file.Position = 0;
        for (var first = true; ; first = false)
        {
            var read = file.Read(buffer, kept, buffer.Length - kept);
            var text = buffer.AsSpan(0, kept + read);
            if (first) RefuseOtherKinds(text);
            if (text.Contains((byte)0)) throw new Invalid("File", "This is not a CSV file: it holds characters that no text has.");
            if (utf8) utf8 = Utf8.IsValid(text[..^(read == 0 ? 0 : Unfinished(text))]);
            if (read == 0) break;
            kept = utf8 ? Unfinished(text) : 0;
            text[^kept..].CopyTo(buffer);
        }
        return utf8 ? null : CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    static void RefuseOtherKinds(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || LooksWide(start))
            throw new Invalid("File", "The file is UTF-16. Please save it as “CSV UTF-8” and send it again.");
        if (start.StartsWith("PK\u0003\u0004"u8)) throw new Invalid("File", "This is a workbook, not a CSV file. Please save the sheet as “CSV UTF-8” and send that.");
    }

    static bool LooksWide(ReadOnlySpan<byte> start)
    {
        var zeros = start[..Math.Min(start.Length, 512)].Count((byte)0);
        return zeros * 4 > Math.Min(start.Length, 512);
    }

    /// <summary>How many bytes at the end begin a character that the next block ends.</summary>
    static int Unfinished(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var b = text[^back];
            if (b < 0x80) return 0;
            if (b >= 0xC0) return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }

    public void Dispose() => reader.Dispose();
}
