using Regard.Files;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>Columns of a CSV file, workbook or SPSS file, read once. An empty cell (or NA) is missing; anything else that is no number is an error with its line.</summary>
sealed class DataFile
{
    readonly Dictionary<string, double[]> numbers = [];
    readonly Dictionary<string, string[]> texts = [];
    readonly List<long> lines = [];

    /// <param name="path">Null when the option was forgotten.</param>
    /// <param name="numeric">Columns of numbers.</param>
    /// <param name="labels">Columns of names: groups, units.</param>
    public DataFile(string? path, IReadOnlyList<string> numeric, IReadOnlyList<string>? labels = null)
    {
        if (path is null) throw new Invalid("data", "Name the CSV file with --data.");
        if (!File.Exists(path)) throw new Invalid("data", "There is no file {0}.", path);
        using var stream = File.OpenRead(path);
        using var table = Table.Of(stream);
        using var csv = table.Open();
        var (columns, named) = (Columns(csv, numeric), Columns(csv, labels ?? []));
        var (values, names) = (columns.Select(_ => new List<double>()).ToArray(), named.Select(_ => new List<string>()).ToArray());
        while (csv.Read())
        {
            for (var j = 0; j < columns.Count; j++) values[j].Add(Value(csv, columns[j]));
            for (var j = 0; j < named.Count; j++) names[j].Add(csv.Cell(named[j].At));
            lines.Add(csv.Line);
        }
        if (Rows == 0) throw new Invalid("data", "The file has a header and nothing below it.");
        for (var j = 0; j < columns.Count; j++) numbers[columns[j].Name] = [.. values[j]];
        for (var j = 0; j < named.Count; j++) texts[named[j].Name] = [.. names[j]];
    }

    public int Rows => lines.Count;
    /// <summary>Where a row, from 0, stands in the file.</summary>
    public long Line(int row) => lines[row];

    /// <summary>The columns as estimators take them, NaN where a cell is empty.</summary>
    public Observations Observations(params IReadOnlyList<string> names) => Statistics.Observations.WithMissing(names, [.. names.Select(n => numbers[n])]);

    public double[] Numbers(string name) => numbers[name];
    public string[] Labels(string name) => texts[name];

    static List<(string Name, int At)> Columns(CsvFile csv, IReadOnlyList<string> names) =>
        [.. names.Distinct().Select(name => (name, csv.Column(name) is >= 0 and var at ? at : throw new Invalid("data", "The file has no column {0}.", name)))];

    static double Value(CsvFile csv, (string Name, int At) column)
    {
        var cell = csv.Cell(column.At);
        if (cell.Length == 0 || cell is "NA") return double.NaN;
        return AnalyseOptions.Number(cell) ?? throw new Invalid("data", "Line {0}, {1}: “{2}” is not a number.", csv.Line, column.Name, cell);
    }
}
