using Regard.Surveys;
namespace Regard.Measures;

/// <summary>All numbers of a closed and wholly folded wave, with the fingerprint of what they rest on.</summary>
sealed record WaveNumbers(MeasuredWave Wave, WaveFigures Figures, string Fingerprint, long Rows);

/// <summary>Reads outside any writing transaction: what a closed wave rests on does not change any more.</summary>
sealed record WorkOutWave(Id<Wave> WaveId) : Question<WaveNumbers>
{
    internal override Permission Needs => Permission.RunWaves;

    internal override async Task<WaveNumbers> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        if (wave.Wave.ClosedAt is null) throw new Refused("{0} still takes answers. Close it first.", wave.Wave.Name);
        if (wave.Wave.FrozenAt is not null) throw new Refused("{0} is frozen: its numbers never change.", wave.Wave.Name);
        var figures = WaveFigures.Of(wave, await CellStore.Read(s, WaveId), wave.Measures.All);
        return new(wave, figures, await Measures.Fingerprint.Of(s, wave), await FoldMark.LastRow(s, WaveId));
    }
}
