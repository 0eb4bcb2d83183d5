namespace Regard.Files;

/// <summary>A table that came as CSV or as a workbook, ready to be read as CSV.</summary>
public sealed class Table : IDisposable
{
    readonly bool ours;

    Table(Stream csv, bool ours) => (Csv, this.ours) = (csv, ours);

    /// <summary>Able to seek, and read as often as needed.</summary>
    public Stream Csv { get; }
    /// <summary>The sheet of a workbook that is read; null for a CSV file.</summary>
    public string? Sheet { get; private init; }
    public IReadOnlyList<string> OtherSheets { get; private init; } = [];

    /// <param name="file">Able to seek.</param>
    public static Table Of(Stream file)
    {
        if (!Workbook.Is(file)) return new(file, ours: false);
        var csv = Scratch.File();
        try
        {
            var (sheet, others) = Workbook.Write(file, csv);
            return new(csv, ours: true) { Sheet = sheet, OtherSheets = others };
        }
        catch
        {
            csv.Dispose();
            throw;
        }
    }

    /// <summary>From the top. Several may be open, if they are read by turns.</summary>
    public CsvFile Open(long largest = CsvFile.LargestFile) => CsvFile.Open(new Place(Csv), largest);

    public void Dispose()
    {
        if (ours) Csv.Dispose();
    }
}
