using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>All numbers of a closed and wholly folded wave, with the fingerprint of what they rest on.</summary>
sealed record WaveNumbers
{
    public required MeasuredWave Wave { get; init; }
    public required WaveFigures Figures { get; init; }
    /// <summary>The units whose own customers answered.</summary>
    public required IReadOnlyList<Unit> Answering { get; init; }
    public required string Fingerprint { get; init; }
    public required long Rows { get; init; }
    /// <summary>Of the units that have others below them, with all below.</summary>
    public required IReadOnlyDictionary<Id<Unit>, Moments> Sums { get; init; }
    /// <summary>The last frozen wave of the programme before this one.</summary>
    public EarlierNumbers? Before { get; init; }
}

sealed record EarlierNumbers(MeasuredWave Wave, WaveFigures Figures);

/// <summary>Reads outside any writing transaction: what a closed wave rests on does not change any more.</summary>
sealed record WorkOutWave(Id<Wave> WaveId) : Question<WaveNumbers>
{
    internal override Permission Needs => Permission.RunWaves;

    internal override async Task<WaveNumbers> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        if (wave.Wave.ClosedAt is null) throw new Refused("{0} still takes answers. Close it first.", wave.Wave.Name);
        if (wave.Wave.FrozenAt is not null) throw new Refused("{0} is frozen: its numbers never change.", wave.Wave.Name);
        var cells = await CellStore.Read(s, WaveId);
        var answering = cells.Select(c => c.Key.Unit).ToHashSet();
        return new()
        {
            Wave = wave, Figures = WaveFigures.Of(wave, cells, wave.Measures.All), Answering = [.. wave.Units.All.Where(u => answering.Contains(u.Id))],
            Fingerprint = await Fingerprint.Of(s, wave), Rows = await FoldMark.LastRow(s, WaveId), Sums = Sums(wave, cells), Before = await Before(s, wave.Wave),
        };
    }

    static Dictionary<Id<Unit>, Moments> Sums(MeasuredWave wave, List<Cell> cells)
    {
        var own = cells.ToLookup(c => c.Key.Unit, c => c.Moments);
        return wave.Units.All.Where(u => !wave.Units.IsLeaf(u.Id)).Select(u => (u.Id, Parts: wave.Units.Under(u.Id).SelectMany(below => own[below.Id]).ToList()))
            .Where(u => u.Parts.Count > 0).ToDictionary(u => u.Id, u => Moments.Sum(wave.Measures.Slots, u.Parts));
    }

    static async Task<EarlierNumbers?> Before(Session s, Wave wave)
    {
        if (await MeasuredWaveStore.Before(s, wave) is not { FrozenAt: not null } earlier) return null;
        var before = await MeasuredWaveStore.Load(s, earlier);
        return new(before, await FigureStore.Of(s, before, before.Measures.All));
    }
}
