using Regard.Organisation;
using Regard.Standards;
using Regard.Surveys;
namespace Regard.Measures;

static class GapStore
{
    /// <summary>Encounters count from so many days before the wave opened, as far as customers' memory reaches; later of them and the end of the wave before.</summary>
    public const int DaysBefore = 90;

    /// <param name="units">That will be asked for.</param>
    public static async Task<GapSources> Read(Session s, MeasuredWave wave, IReadOnlyList<Id<Unit>> units)
    {
        var (from, until) = await Period(s, wave.Wave);
        return new(
            await WaveLevels.Read(s, wave, units),
            await Mirror(s, wave.Wave.Id, Audience.Manager) is { } managers ? await Believers(s, managers, units) : null,
            await new DemandedLevels(until).Run(s),
            new DeliveredLevels(wave.Units, await new Encounters(from, until, [.. units.SelectMany(wave.Units.Under).Select(u => u.Id).Distinct()]).Run(s)),
            await new PromisedLevels(from, until).Run(s));
    }

    /// <summary>Beliefs are taken from the units themselves or from those above them.</summary>
    public static Task<WaveLevels> Believers(Session s, MeasuredWave mirror, IReadOnlyList<Id<Unit>> units) =>
        WaveLevels.Read(s, mirror, [.. units.SelectMany(mirror.Units.PathTo).Select(u => u.Id).Distinct()]);

    /// <summary>The newest wave of managers or employees that is held against this one of customers.</summary>
    public static async Task<MeasuredWave?> Mirror(Session s, Id<Wave> customers, Audience audience) =>
        await MeasuredWaveStore.Mirroring(s, customers, audience) is { } wave ? await MeasuredWaveStore.Load(s, wave) : null;

    /// <summary>Both days included.</summary>
    public static async Task<(DateOnly From, DateOnly Until)> Period(Session s, Wave wave)
    {
        var earliest = wave.OpensOn.AddDays(-DaysBefore);
        var before = await MeasuredWaveStore.Before(s, wave);
        return (before is not null && before.ClosesOn >= earliest && before.ClosesOn < wave.OpensOn ? before.ClosesOn.AddDays(1) : earliest, wave.ClosesOn);
    }
}
