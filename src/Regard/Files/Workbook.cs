using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
namespace Regard.Files;

/// <summary>Writes the first sheet of a workbook that holds anything as CSV: days as yyyy-MM-dd, numbers in full, each row on the line of its number.</summary>
static class Workbook
{
    /// <summary>Bytes, as it is sent and unpacked.</summary>
    const long Largest = 100L << 20, LargestUnpacked = 1L << 30, LargestTexts = 256L << 20;
    const int MostColumns = 500;
    /// <summary>From here on spreadsheets round: they keep 15 digits.</summary>
    const double Rounded = 1e15;

    // The reader asks for an old Windows encoding even where it needs none.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>By its first bytes: of a packed file, or of the old kind that .xls and workbooks with a password have.</summary>
    public static bool Is(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        file.Position = 0;
        var read = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 4 && (start.SequenceEqual("PK\u0003\u0004"u8) || start.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]));
    }

    public static (string Sheet, IReadOnlyList<string> Others) Write(Stream file, Stream to)
    {
        if (file.Length > Largest) throw new Invalid("File", "The workbook is too large: {0} MB at most. Save the sheet as “CSV UTF-8” and send that.", Largest >> 20);
        try
        {
            RefuseOldKinds(file);
            var errors = Unpack(file);
            file.Position = 0;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            return Copy(reader, errors, to);
        }
        // A damaged file makes the reader fail in many ways; none of them is the server's fault.
        catch (Exception e) when (e is not (Invalid or OutOfMemoryException or IOException { HResult: DiskFull })) { throw new Invalid("File", "This workbook cannot be read: it is damaged, or of a kind that is not known here. Save the sheet as “CSV UTF-8” and send that."); }
    }

    const int DiskFull = 28;

    // A workbook with a password is packed into a file of the old kind, in which its content has this name.
    static void RefuseOldKinds(Stream file)
    {
        file.Position = 0;
        if (file.ReadByte() == 'P') return;
        var start = new byte[Math.Min(file.Length, 1 << 20)];
        file.Position = 0;
        file.ReadExactly(start);
        throw start.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new Invalid("File", "The workbook is locked by a password. Save it without one and send it again.")
            : new Invalid("File", "This is a file of the old kind (.xls). Save it as .xlsx or “CSV UTF-8” and send that.");
    }

    /// <summary>Unpacks everything once and throws it away: what a packed file says of its own size proves nothing.</summary>
    static Dictionary<string, (string Cell, string Error)> Unpack(Stream file)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.GetEntry("xl/workbook.xml") is null) throw new Invalid("File", "This is a packed file without a workbook in it.");
        var buffer = new byte[1 << 16];
        var all = 0L;
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            var here = 0L;
            while (content.Read(buffer) is > 0 and var read)
                if ((all += read) > LargestUnpacked || (here += read) > LargestTexts && entry.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase))
                    throw new Invalid("File", "The workbook is too large when unpacked. Save the sheet as “CSV UTF-8” and send that.");
        }
        return WorkbookErrors.Find(zip);
    }

    static (string, IReadOnlyList<string>) Copy(IExcelDataReader reader, Dictionary<string, (string Cell, string Error)> errors, Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        string? read = null;
        var others = new List<string>();
        do
        {
            if (read is null && Rows(reader, writer)) read = reader.Name;
            else others.Add(reader.Name);
        }
        while (reader.NextResult());
        if (read is not null && errors.TryGetValue(read, out var at)) throw new Invalid("File", "The cell {0} of the sheet {1} holds an error ({2}). Mend its formula, save and send the workbook again.", at.Cell, read, at.Error);
        return read is null ? throw new Invalid("File", "The workbook is empty.") : (read, others);
    }

    /// <summary>False for a sheet without any text or number.</summary>
    static bool Rows(IExcelDataReader reader, StreamWriter writer)
    {
        var (any, columns, line) = (false, 0, new StringBuilder());
        for (var row = 1; reader.Read(); row++)
        {
            var last = reader.FieldCount - 1;
            while (last >= 0 && IsEmpty(reader, last)) last--;
            if (last >= MostColumns) throw new Invalid("File", "The sheet {0} has more than {1} columns.", reader.Name, MostColumns);
            if (last >= 0)
            {
                if (!any) columns = last + 1;
                any = true;
                for (var i = 0; i < Math.Max(columns, last + 1); i++)
                {
                    if (i > 0) line.Append(',');
                    if (i <= last) CsvCell.Append(line, Said(reader, i, row));
                }
            }
            writer.Write(line.Append("\r\n"));
            line.Clear();
        }
        return any;
    }

    static bool IsEmpty(IExcelDataReader reader, int i) => reader.GetValue(i) is null or "";

    static string Said(IExcelDataReader reader, int i, int row) =>
        reader.GetValue(i) switch
        {
            null => "",
            string text => text.Replace("\0", "", StringComparison.Ordinal),
            double number => Math.Abs(number) < Rounded ? InFull(number) : throw new Invalid("File", "The cell {0} of the sheet {1} holds a number of more than 15 digits, which spreadsheets round. Make the column text, type it anew and send the workbook again.", Address(i, row), reader.Name),
            int whole => whole.ToString(CultureInfo.InvariantCulture),
            DateTime at => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>The 15 digits that a spreadsheet shows, without an exponent.</summary>
    static string InFull(double number)
    {
        var shown = number.ToString("G15", CultureInfo.InvariantCulture);
        return shown.Contains('E', StringComparison.Ordinal) ? decimal.Parse(shown, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : shown;
    }

    static string Address(int column, int row)
    {
        var letters = "";
        for (var c = column + 1; c > 0; c = (c - 1) / 26) letters = (char)('A' + (c - 1) % 26) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
