using Regard.Files.Spss;
namespace Regard.Files;

/// <summary>A table that came as CSV, as a workbook or as a file of SPSS, ready to be read as CSV.</summary>
public sealed class Table : IDisposable
{
    readonly bool ours;

    Table(Stream csv, bool ours) => (Csv, this.ours) = (csv, ours);

    /// <summary>Able to seek, and read as often as needed.</summary>
    public Stream Csv { get; }
    /// <summary>The sheet of a workbook that is read; null for a CSV file.</summary>
    public string? Sheet { get; private init; }
    public IReadOnlyList<string> OtherSheets { get; private init; } = [];
    /// <summary>What the file says about its columns; null for a CSV file or a workbook, which say nothing.</summary>
    public Codebook? Codebook { get; private init; }

    /// <param name="file">Able to seek.</param>
    public static Table Of(Stream file)
    {
        var spss = SpssFile.Is(file);
        if (!spss && !Workbook.Is(file)) return new(file, ours: false);
        var csv = Scratch.File();
        try
        {
            if (spss) return new(csv, ours: true) { Codebook = SpssFile.Write(file, csv) };
            var (sheet, others) = Workbook.Write(file, csv);
            return new(csv, ours: true) { Sheet = sheet, OtherSheets = others };
        }
        catch
        {
            csv.Dispose();
            throw;
        }
    }

    /// <summary>In what its texts were written, and by which program where it is no plain text.</summary>
    public string ReadAs()
    {
        if (Codebook is { } book) return $"{book.Format}, {book.Encoding}";
        using var csv = Open();
        return csv.EncodingName;
    }

    /// <summary>From the top. Several may be open, if they are read by turns.</summary>
    public CsvFile Open(long largest = CsvFile.LargestFile) => CsvFile.Open(new Place(Csv), largest);

    public void Dispose()
    {
        if (ours) Csv.Dispose();
    }
}
