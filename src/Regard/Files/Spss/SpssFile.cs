using System.Text;
namespace Regard.Files.Spss;

/// <summary>A system file of SPSS (.sav, .zsav), as PSPP and R write it too: its rows as CSV, its labels as a codebook.</summary>
/// <remarks>PSPP Developers Guide, "System File Format".</remarks>
static class SpssFile
{
    const int MostColumns = 2000;
    /// <summary>Characters.</summary>
    const int LongestRow = 300_000;
    const string Name = "SPSS";

    public static bool Is(Stream file)
    {
        Span<byte> start = stackalloc byte[32];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..read].StartsWith("$FL2"u8) || start[..read].StartsWith("$FL3"u8) || start[..read].IndexOf("ENCRYPTEDSAV"u8) >= 0;
    }

    public static Codebook Write(Stream file, Stream to)
    {
        if (file.Length > CsvFile.LargestFile) CsvFile.TooLarge(CsvFile.LargestFile);
        if (Locked(file)) throw new Invalid("File", "The SPSS file is locked by a password. Save it without one and send it again.");
        var dictionary = Dictionary(file);
        if (dictionary.Variables.Count == 0) throw new Invalid("File", "The file is empty.");
        if (dictionary.Variables.Count > MostColumns) throw new Invalid("File", "The SPSS file has more than {0} variables. Save only those that are needed.", MostColumns);
        var encoding = SpssEncoding.Of(dictionary, () => Texts(file));
        var book = new SpssBook(dictionary, encoding);
        Copy(file, to, book);
        return book.Made(Name);
    }

    static bool Locked(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        file.Position = 0;
        file.ReadExactly(start);
        return start[0] != '$';
    }

    static SpssDictionary Dictionary(Stream file)
    {
        file.Position = 0;
        return new(new SpssReader(file));
    }

    /// <summary>Every name, label and text of the file.</summary>
    static IEnumerable<byte[]> Texts(Stream file)
    {
        var d = Dictionary(file);
        foreach (var v in d.Variables)
        {
            yield return v.Name.Length > 0 ? v.Name : v.ShortName;
            yield return v.Label;
            foreach (var (_, label) in v.Labels) yield return label;
        }
        var (rows, said) = (Rows(d, file), new List<byte[]>());
        while (rows.Read(static (_, _) => { }, (_, text) => { if (!Ascii.IsValid(text)) said.Add(text.ToArray()); }))
        {
            foreach (var text in said) yield return text;
            said.Clear();
        }
    }

    static SpssRows Rows(SpssDictionary d, Stream file)
    {
        var data = d.Header.Packing == SpssPacking.Zlib ? new SpssReader(new SpssBlocks(file, d.File)) { IsBigEndian = d.File.IsBigEndian } : d.File;
        return new(d, new SpssElements(data, d.Header.Packing != SpssPacking.None, d.Header.Bias));
    }

    static void Copy(Stream file, Stream to, SpssBook book)
    {
        var d = Dictionary(file);
        var rows = Rows(d, file);
        using var writer = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        var line = new StringBuilder();
        foreach (var (i, column) in book.Columns.Index()) Cell(line, i, column.Name);
        do
        {
            // One empty cell alone would be no row at all.
            if (line.Length == 0) line.Append("\"\"");
            if (line.Length > LongestRow) throw new Invalid("File", "Row {0} of the SPSS file is too long.", rows.Row);
            writer.Write(line.Append("\r\n"));
            if (rows.Row % 1024 == 0 && to.Length > CsvFile.LargestFile) throw TooLarge;
            line.Clear();
        }
        while (rows.Read((i, number) => Cell(line, i, book.Said(i, number)), (i, text) => Cell(line, i, book.Said(i, text))));
    }

    static void Cell(StringBuilder line, int column, string text)
    {
        if (column > 0) line.Append(',');
        CsvCell.Append(line, text);
    }

    public static Invalid TooLarge => new("File", "The SPSS file is too large when unpacked. Save only the variables that are needed, or send it in parts.");
    public static Invalid DamagedAt(long position) => new("File", "This SPSS file cannot be read: it is damaged or cut short (near byte {0}). Save it again in SPSS and send it once more.", position);
    public static Invalid CutShort(int row, int rows) => rows > 0
        ? new("File", "This SPSS file is cut short: it announces {0} rows and ends in row {1}. Save it again in SPSS and send it once more.", rows, row)
        : new("File", "This SPSS file is cut short: it ends in row {0}. Save it again in SPSS and send it once more.", row);
}
