using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>A file about customers, taken in: read from top to bottom, checked line by line, the same file again changes nothing.</summary>
/// <param name="File">CSV or a workbook; able to seek, for it is read more than once.</param>
/// <param name="DryRun">Looks and tells what would become of each line; writes nothing.</param>
public abstract record Intake(Stream File, string FileName, RowMode Mode, bool DryRun) : Change<Import>
{
    /// <summary>In bytes.</summary>
    public long LargestFile { get; init; } = CsvFile.LargestFile;

    internal abstract ImportKind Kind { get; }
    internal sealed override Permission Needs => Permission.EditCustomers;
    internal sealed override string? Subject => FileName;
    internal sealed override bool Writes => !DryRun;

    internal sealed override async Task<Import> Run(Session s)
    {
        if (File.Length > LargestFile) CsvFile.TooLarge(LargestFile);
        using var table = Table.Of(File);
        var place = await IntakePlace.Of(s);
        using var csv = table.Open(LargestFile);
        var columns = new FileColumns(csv, IntakeColumns.Of(Kind));
        var check = new RowCheck(csv, DryRun ? RowMode.GoodRows : Mode);
        if (!DryRun) await s.Transaction.SaveAsync("rows");
        var taken = await Take(s, table, new(csv, columns, check, place));
        if (check.Rows == 0) throw new Invalid("File", "The file has a header and nothing below it.");
        var nothing = Mode == RowMode.AllOrNothing && check.TurnedAway > 0;
        if (nothing && !DryRun) await s.Transaction.RollbackAsync("rows");
        var report = check.Report(FileName, table, nothing ? 0 : check.Rows - check.TurnedAway, columns.Unknown) with
        {
            Mode = Mode, DryRun = DryRun, Currency = taken.Currency, Lines = taken.Lines, LookAlikesFound = taken.LookAlikesFound, LookAlikes = taken.LookAlikes,
            Added = nothing && !DryRun ? 0 : taken.Added, Updated = nothing && !DryRun ? 0 : taken.Updated, Unchanged = nothing && !DryRun ? 0 : taken.Unchanged,
        };
        return DryRun
            ? new() { Id = default, Kind = Kind, MadeAt = s.Now, MadeBy = s.Caller.Name, Report = report, HasBadRows = check.BadRows is not null, BadRows = check.BadRows }
            : await ImportStore.Keep(s, null, Kind, report, check.BadRows);
    }

    internal abstract Task<Taken> Take(Session s, Table table, IntakeFile file);
}

/// <summary>A file on its way in: where it is read, what its columns hold, what was found wrong, and what the caller may do where.</summary>
sealed record IntakeFile(CsvFile Csv, FileColumns Columns, RowCheck Check, IntakePlace Place)
{
    /// <summary>Nothing of it will be written any more.</summary>
    public bool IsLost => Check is { TurnedAway: > 0, IsAllOrNothing: true };

    /// <summary>Reads one column of the whole file, each text once.</summary>
    public static HashSet<string> Distinct(Table table, long largest, int column)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (column < 0) return found;
        using var csv = table.Open(largest);
        var cells = new CellTable(found);
        while (csv.Read()) cells.Add(csv.Bytes(column));
        found.Remove("");
        return found;
    }
}

/// <summary>What became of the good rows.</summary>
sealed record Taken
{
    public long Added { get; init; }
    public long Updated { get; init; }
    public long Unchanged { get; init; }
    public string? Currency { get; init; }
    public IReadOnlyList<LineOutcome> Lines { get; init; } = [];
    public long LookAlikesFound { get; init; }
    public IReadOnlyList<LookAlike> LookAlikes { get; init; } = [];

    /// <summary>Lines that a dry run tells one by one.</summary>
    public const int LinesTold = 200;
}
