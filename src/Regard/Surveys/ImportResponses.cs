using Regard.Files;
using Regard.Organisation;
using Regard.Storage;
namespace Regard.Surveys;

/// <summary>Takes responses from a CSV file or workbook: a column for each rating (its key) and each other item, and unit, segment, weight, submitted_at, language, response_id as far as there.</summary>
/// <param name="File">Able to seek. It is read more than once and never held in memory.</param>
public sealed record ImportResponses(Id<Wave> WaveId, Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing) : Change<Import>
{
    /// <summary>Column of the file -> what it holds, where they differ.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }
    /// <summary>The unit of rows that do not name one.</summary>
    public string? UnitCode { get; init; }
    /// <summary>Numbers in the columns of ratings that stand for "no answer".</summary>
    public IReadOnlySet<int> NoAnswer { get; init; } = new HashSet<int>();
    /// <summary>Where the file was kept while its columns were named; it goes when the rows are taken.</summary>
    public Id<Upload>? UploadId { get; init; }
    /// <summary>Of what became of its columns before.</summary>
    internal IReadOnlyList<Loss> MoreLosses { get; init; } = [];
    /// <summary>In bytes.</summary>
    public long LargestFile { get; init; } = CsvFile.LargestFile;

    internal override Permission Needs => Permission.DoFieldwork;
    internal override string? Subject => WaveId.ToString();

    internal override async Task<Import> Run(Session s)
    {
        var last = await s.LockResponses(WaveId);
        var place = await Place(s);
        if (File.Length > LargestFile) CsvFile.TooLarge(LargestFile);
        using var table = Table.Of(File);
        var columns = Header(table, place);
        place = place with { Codebook = table.Codebook };
        if (columns.Find(ImportColumns.ResponseId) is >= 0 and var ids) place = place with { Known = await Known(s, table, ids) };
        using var csv = table.Open();
        var check = new RowCheck(csv, Mode);
        await s.Transaction.SaveAsync("rows");
        var counts = new Dictionary<Id<Unit>, int>();
        var taken = await Take(s, csv, check, new ResponseRows(csv, columns, check, place), last, counts);
        if (check.Rows == 0) throw new Invalid("File", "The file has a header and nothing below it.");
        if (Mode == RowMode.AllOrNothing && check.TurnedAway > 0)
        {
            await s.Transaction.RollbackAsync("rows");
            taken = 0;
        }
        else
        {
            await s.NextNumber(WaveStore.Counter(WaveId), taken);
            await ResponseCount.Add(s, counts.Select(c => KeyValuePair.Create((WaveId, c.Key, ResponseChannel.Import), c.Value)));
        }
        if (UploadId is { } upload && taken > 0) await Upload.Drop(s, upload);
        var report = check.Report(FileName, table, taken, columns.Unknown);
        return await ImportStore.Keep(s, WaveId, ImportKind.Responses, report with { Losses = [.. report.Losses, .. MoreLosses] }, check.BadRows);
    }

    ImportColumns Header(Table table, ImportPlace place)
    {
        using var csv = table.Open();
        return new(csv, place.Form, Columns, place.Unit is not null);
    }

    async Task<ImportPlace> Place(Session s)
    {
        var wave = await s.Wave(WaveId);
        if (wave.State == WaveState.Planned) throw new Refused("This wave has not been opened yet.");
        if (wave.State != WaveState.Open) throw new Refused("This wave is closed already.");
        var tree = await UnitStore.Tree(s, wave.TreeDay);
        var care = tree.InCare(s.Caller, Permission.DoFieldwork);
        var unit = string.IsNullOrEmpty(UnitCode) ? null : tree.FindCode(UnitCode);
        if (!string.IsNullOrEmpty(UnitCode) && (unit is null || !care.Contains(unit.Id))) throw new Invalid("UnitCode", "There is no unit {0}.", UnitCode);
        return new() { Wave = wave, Form = await FormStore.Version(s, wave.FormVersionId), Tree = tree, Care = care, Unit = unit?.Id.Value, Now = s.Now, Language = s.Caller.Language, NoAnswer = NoAnswer.Count == 0 ? null : NoAnswer };
    }

    static async Task<long> Take(Session s, CsvFile csv, RowCheck check, ResponseRows rows, long last, Dictionary<Id<Unit>, int> counts)
    {
        var number = last;
        await using var append = s.Dialect.Append(s.Transaction, "responses", ResponseColumns.All);
        await RowFlow.Run(Good(csv, check, rows), row =>
        {
            ResponseRows.SetNumber(row, ++number);
            var unit = ResponseRows.UnitOf(row);
            counts[unit] = counts.GetValueOrDefault(unit) + 1;
            return append.Write(row);
        });
        await append.Complete();
        return number - last;
    }

    static IEnumerable<object?[]> Good(CsvFile csv, RowCheck check, ResponseRows rows)
    {
        while (csv.Read())
            if (rows.Row() is { } row && check is not { TurnedAway: > 0, IsAllOrNothing: true }) yield return row;
    }

    /// <summary>Looks up the file's response ids before any row is written.</summary>
    async Task<HashSet<Guid>> Known(Session s, Table table, int column)
    {
        var known = new HashSet<Guid>();
        if (await s.Value<long>("select count(*) from (select 1 as x from responses limit 1) r") == 0) return known;
        using var csv = table.Open();
        var keys = new List<Guid>();
        while (true)
        {
            var more = csv.Read();
            if (more && csv.Cell(column) is { Length: > 0 } cell) keys.Add(ImportKeys.Of(WaveId.ToString(), cell));
            if (keys.Count >= 1000 || !more)
            {
                var list = s.Dialect.Keys(keys);
                known.UnionWith((await s.Many<Id<Response>>($"select id from responses where {s.Dialect.Among("customer_id", "list")} and id = customer_id", new { list })).Select(id => id.Value));
                keys.Clear();
            }
            if (!more) return known;
        }
    }
}
