using Regard.Files;
namespace Regard.Surveys;

/// <summary>From somebody's own file of answers to a wave that can be read: form, indicators, programme, wave and responses in one go, or none of it.</summary>
/// <param name="File">Able to seek.</param>
public sealed record BringData(string Name, Stream File, string FileName, IReadOnlyList<ColumnUsed> Columns, Scale Scale) : Change<Brought>
{
    const int ProblemsSaid = 20, DaysOpen = 14;

    /// <summary>Columns that hold no answers -> unit, weight, response_id and the like.</summary>
    public IReadOnlyDictionary<string, string> Extras { get; init; } = new Dictionary<string, string>();
    /// <summary>The unit of rows that name none.</summary>
    public string? UnitCode { get; init; }
    public RowMode Mode { get; init; }
    /// <summary>Where the file was kept; it goes when all is done.</summary>
    public Id<Upload>? UploadId { get; init; }
    /// <summary>Numbers in the columns of ratings that stand for "no answer".</summary>
    public IReadOnlySet<int> NoAnswer { get; init; } = new HashSet<int>();

    internal override Permission Needs => Permission.RunWaves;
    internal override string? Subject => Name;
    internal override IEnumerable<Problem> Check() => new DraftFormFromColumns(Name, Columns, Scale).Check();

    internal override async Task<Brought> Run(Session s)
    {
        if (!s.Caller.May(Permission.EditForms) || !s.Caller.May(Permission.DoFieldwork)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        var made = await new DraftFormFromColumns(Name, Columns, Scale).Run(s);
        var programme = await Programme(s);
        var wave = await new PlanWave(programme, Name, made.FormVersionId, made.TreeId, s.Today, s.Today.AddDays(DaysOpen - 1)).Run(s);
        await new OpenWave(wave).Run(s);
        var holds = Columns.Where(c => !Extras.ContainsKey(c.Name)).ToDictionary(c => c.Name, c => c.Use == ColumnUse.Ignore ? "" : made.Keys[c.Name], StringComparer.OrdinalIgnoreCase);
        foreach (var (column, extra) in Extras) holds[column] = extra;
        var import = await new ImportResponses(wave, File, FileName, Mode) { Columns = holds, UnitCode = UnitCode, LargestFile = Upload.Largest, NoAnswer = NoAnswer, MoreLosses = [.. FormFromColumns.Losses(Columns, Scale)] }.Run(s);
        if (import.Report.Taken == 0) throw new Invalid([.. import.Report.Problems.Take(ProblemsSaid).Select(p => new Problem("File", "Line {0}, {1}: {2}", p.Line, p.Column, p.Words))]);
        if (UploadId is { } upload) await Upload.Drop(s, upload);
        return new() { WaveId = wave, Import = import };
    }

    /// <summary>Files of one name belong to one programme.</summary>
    async Task<Id<Programme>> Programme(Session s) =>
        await s.Maybe<Programme>($"select {Surveys.Programme.Columns} from programmes where name = @name", new { name = Name.Trim() }) is { } known
            ? known.Id : await new StartProgramme(Name).Run(s);
}

public sealed record Brought
{
    public required Id<Wave> WaveId { get; init; }
    public required Import Import { get; init; }
}
