using System.Globalization;
using Regard.Files;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>A small table that somebody brings: read to its end, and refused as a whole, line by line, when anything is wrong with it.</summary>
sealed class LedgerFile : IDisposable
{
    const long Largest = 8 << 20;
    const int ProblemsTold = 20;

    readonly CsvFile csv;
    readonly UnitTree tree;
    readonly HashSet<Id<Unit>> care;
    readonly List<Problem> problems = [];

    public LedgerFile(Stream file, UnitTree tree, HashSet<Id<Unit>> care, params IEnumerable<string> needed)
    {
        (csv, this.tree, this.care) = (CsvFile.Open(file, Largest), tree, care);
        foreach (var column in needed)
            if (csv.Column(column) < 0) throw new Invalid("File", "The column {0} is missing.", column);
    }

    public bool Read() => csv.Read();

    public string Text(string column) => csv.Cell(csv.Column(column));

    public Id<Unit> Unit(string column)
    {
        if (tree.FindCode(Text(column)) is { } unit && care.Contains(unit.Id)) return unit.Id;
        Wrong(Words.Of("There is no unit with the code {0} in your care.", Text(column)));
        return default;
    }

    public DateOnly Day(string column)
    {
        if (DateOnly.TryParseExact(Text(column), ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(Words.Of("{0} is no day. Write it as 2031-01-31.", Text(column)));
        return default;
    }

    public double? Number(string column)
    {
        if (Text(column).Length == 0) return null;
        if (double.TryParse(Text(column).TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        Wrong(Words.Of("{0} is no number.", Text(column)));
        return null;
    }

    public long Count(string column)
    {
        if (long.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return count;
        Wrong(Words.Of("{0} is no number.", Text(column)));
        return 0;
    }

    public void Wrong(Words words)
    {
        if (problems.Count < ProblemsTold) problems.Add(new("File", Words.Of("Line {0}: {1}", csv.Line, words)));
    }

    /// <summary>Refuses the file when anything was wrong.</summary>
    public void End()
    {
        if (problems.Count > 0) throw new Invalid(problems);
    }

    public void Dispose() => csv.Dispose();
}
