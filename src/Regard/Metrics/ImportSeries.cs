using Regard.Files;
using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>Takes a file of values, CSV or a workbook: one value a line (series, unit, day, value, n), or a column for each series (unit, day).</summary>
/// <param name="File">Able to seek.</param>
/// <param name="Code">The one series that the file is about; its lines need not name it then.</param>
public sealed record ImportSeries(Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing, string? Code = null) : Change<Import>
{
    public const long Largest = 32 << 20;

    internal override Permission Needs => Permission.EditMetrics;
    internal override string? Subject => FileName;

    internal override async Task<Import> Run(Session s)
    {
        if (File.Length > Largest) CsvFile.TooLarge(Largest);
        using var table = Table.Of(File);
        using var csv = table.Open(Largest);
        var (all, tree) = (await SeriesStore.All(s), await UnitStore.Tree(s, s.Today));
        var check = new RowCheck(csv, Mode);
        var only = Code is null ? null : await NotePoints.Writable(s, Code);
        var file = new SeriesFile(csv, check, all, only, tree, tree.InCare(s.Caller, Needs), s.Today.AddDays(1), s.Caller.Language);
        List<(Series Series, PointLine Line)> points = [.. file.Read()];
        if (check.Rows == 0) throw new Invalid("File", "The file has a header and nothing below it.");
        var nothing = Mode == RowMode.AllOrNothing && check.TurnedAway > 0;
        var unchanged = 0L;
        PointBook? book = null;
        if (!nothing && points.Count > 0)
        {
            book = await PointBook.Open(s, points.Select(p => p.Series).DistinctBy(x => x.Code), points.Select(p => p.Line.UnitId).Distinct(), points.Min(p => p.Series.Granularity.Begin(p.Line.Day)));
            foreach (var (series, line) in points) if (book.Note(series.Code, line, FileName) == RowOutcome.Unchanged) unchanged++;
            await book.Write();
        }
        var report = check.Report(FileName, table, nothing ? 0 : check.Rows - check.TurnedAway, file.Unknown) with { Added = book?.Added ?? 0, Updated = book?.Updated ?? 0, Unchanged = unchanged };
        return await ImportStore.Keep(s, null, ImportKind.Metrics, report, check.BadRows);
    }
}
