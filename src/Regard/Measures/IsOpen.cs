using Regard.Surveys;
namespace Regard.Measures;

sealed record IsOpen(Id<Wave> WaveId) : Question<bool>
{
    internal override Permission Needs => Permission.RunWaves;
    internal override async Task<bool> Run(Session s) => (await MeasuredWaveStore.Wave(s, WaveId)).State == WaveState.Open;
}
