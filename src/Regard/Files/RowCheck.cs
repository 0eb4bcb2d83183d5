using System.Globalization;
using System.Text;
namespace Regard.Files;

/// <summary>Keeps what is wrong with the rows of a file: the first thousand problems, the number of all, and the bad rows themselves.</summary>
sealed class RowCheck(CsvFile file, RowMode mode)
{
    /// <summary>Characters of bad rows that are handed back; with more the file is a wrong one.</summary>
    const int MostHandedBack = 8 << 20;

    readonly List<RowProblem> told = [];
    readonly List<Words> ofRow = [];
    StringBuilder? badRows;

    public long Rows { get; private set; }
    public long TurnedAway { get; private set; }
    public long ProblemsFound { get; private set; }
    public bool IsAllOrNothing => mode == RowMode.AllOrNothing;
    public bool IsRowGood => ofRow.Count == 0;
    /// <summary>The bad rows as CSV, their reasons in one more column; null when there is none.</summary>
    public string? BadRows => badRows?.ToString();

    public void Begin()
    {
        Rows++;
        ofRow.Clear();
        if (file.IsMalformed) Wrong("", Words.Of("A quotation mark in this line has no partner."));
        else if (file.IsUneven) Wrong("", Words.Of("This line has {0} cells, the header {1}.", file.Cells, file.Header.Count));
    }

    public void Wrong(string column, Words words)
    {
        ofRow.Add(words);
        ProblemsFound++;
        if (told.Count < FileReport.ProblemsTold)
            told.Add(new() { Line = file.Line, Column = column, Text = words.Text, Values = [.. words.Values.Select(Said)] });
    }

    static string Said(object? value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>True when the row can be taken.</summary>
    public bool End(Language language)
    {
        if (IsRowGood) return true;
        TurnedAway++;
        if (mode == RowMode.GoodRows) HandBack(language);
        return false;
    }

    void HandBack(Language language)
    {
        if (badRows is null)
        {
            badRows = new StringBuilder();
            badRows.AppendJoin(file.Separator, file.Header.Select(Quoted)).Append(file.Separator).Append(Quoted(Words.Of("What is wrong").In(language))).Append("\r\n");
        }
        if (badRows.Length > MostHandedBack) throw new Invalid("File", "More than {0} rows are bad, so nothing was taken. Is this the right file?", TurnedAway);
        badRows.Append(file.Raw).Append(file.Separator).Append(Quoted(string.Join(" ", ofRow.Select(w => w.In(language))))).Append("\r\n");
    }

    static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public FileReport Report(string fileName, Table table, long taken, IReadOnlyList<string> unknown) => new()
    {
        FileName = fileName, Format = table.Codebook?.Format, Encoding = table.Codebook?.Encoding ?? file.EncodingName, Losses = table.Codebook?.Losses ?? [], Separator = file.Separator, Mode = mode, Rows = Rows, Taken = taken,
        TurnedAway = TurnedAway, ProblemsFound = ProblemsFound, Problems = told, UnknownColumns = unknown, Sheet = table.Sheet, OtherSheets = table.OtherSheets,
    };
}
