using Regard.Organisation;
namespace Regard.Measures;

/// <summary>The numbers of the wave before, to hold the present ones against.</summary>
sealed class Earlier
{
    readonly MeasuredWave now;
    readonly MeasuredWave? before;
    readonly WaveFigures? figures;
    readonly Sight? sight;

    Earlier(MeasuredWave now, MeasuredWave? before, WaveFigures? figures, Sight? sight) => (this.now, this.before, this.figures, this.sight) = (now, before, figures, sight);

    public static async Task<Earlier> Than(Session s, MeasuredWave now, IReadOnlyCollection<Measure> measures)
    {
        if (await MeasuredWaveStore.Before(s, now.Wave) is not { } wave) return new(now, null, null, null);
        var before = await MeasuredWaveStore.Load(s, wave);
        return new(now, before, await FigureStore.Of(s, before, measures), new Sight(s, before));
    }

    /// <summary>Judges all numbers of one page together.</summary>
    public IReadOnlyList<ShownFigure> Judge(IReadOnlyList<(Id<Unit> Unit, Measure Measure, Figure Figure)> page)
    {
        var changes = WaveChange.Judge([.. page.Select(p => (p.Figure, Of(p.Unit, p.Measure), before is null ? null : now.Measures.BreakWith(before.Measures, p.Measure)))]);
        return [.. page.Zip(changes, (p, change) => new ShownFigure(p.Measure, p.Figure) { Change = change })];
    }

    Figure? Of(Id<Unit> unit, Measure measure) => sight?.Includes(unit) == true ? figures![unit, measure] : null;
}
