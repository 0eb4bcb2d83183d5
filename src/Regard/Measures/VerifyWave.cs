using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Whether all that a frozen wave rests on is still as it was when it was frozen.</summary>
public sealed record VerifyWave(Id<Wave> WaveId) : Question<WaveVerified>
{
    internal override Permission Needs => Permission.RunWaves;

    internal override async Task<WaveVerified> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        if (wave.Wave.Fingerprint is not { } kept) throw new Refused("{0} is not frozen yet.", wave.Wave.Name);
        var now = await Fingerprint.Of(s, wave);
        return new(kept == now, kept, now);
    }
}

public sealed record WaveVerified(bool Unchanged, string Kept, string Now);
