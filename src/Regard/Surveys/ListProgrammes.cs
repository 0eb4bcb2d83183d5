namespace Regard.Surveys;

public sealed record ListProgrammes : Question<IReadOnlyList<ProgrammeListed>>
{
    internal override Permission Needs => Permission.SeeSurveys;

    internal override async Task<IReadOnlyList<ProgrammeListed>> Run(Session s)
    {
        var programmes = await s.Many<Programme>($"select {Programme.Columns} from programmes order by name");
        var waves = await s.Many<Wave>($"select {WaveStore.Columns} from waves order by opens_on, number");
        return [.. programmes.Select(p => Listed(p, [.. waves.Where(w => w.ProgrammeId == p.Id)], s))];
    }

    static ProgrammeListed Listed(Programme programme, List<Wave> waves, Session s)
    {
        var year = waves.Count(w => w.OpenedAt is { } opened && opened > s.Now.AddYears(-1));
        return new() { Programme = programme, Waves = waves.Count, WavesInTwelveMonths = year, IsBehind = programme.IsBehind(year), Newest = waves.LastOrDefault(w => w.OpenedAt is not null), Next = waves.FirstOrDefault(w => w.State == WaveState.Planned) };
    }
}

public sealed record ProgrammeListed
{
    public required Programme Programme { get; init; }
    public required long Waves { get; init; }
    public required long WavesInTwelveMonths { get; init; }
    /// <summary>Fewer waves than demanded were run in the last twelve months.</summary>
    public required bool IsBehind { get; init; }
    public Wave? Newest { get; init; }
    public Wave? Next { get; init; }
}
