namespace Regard.Measures;

/// <summary>The waves that numbers can be asked of: those that were ever open, the newest first.</summary>
public sealed record ListMeasuredWaves : Question<IReadOnlyList<MeasuredWaveRow>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyList<MeasuredWaveRow>> Run(Session s)
    {
        var rows = new List<MeasuredWaveRow>();
        foreach (var programme in await ProgrammeStore.Asked(s))
            rows.AddRange((await MeasuredWaveStore.Opened(s, programme.Id, howMany: 100)).Select(w => new MeasuredWaveRow(programme, WaveLabel.Of(w))));
        return rows;
    }
}

public sealed record MeasuredWaveRow(ProgrammeLabel Programme, WaveLabel Wave);
