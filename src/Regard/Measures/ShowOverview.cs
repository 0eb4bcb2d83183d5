using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Where a programme stands: the index of its last closed wave, its course over the waves, and how the units compare.</summary>
/// <param name="ProgrammeId">The one with the newest wave when left out.</param>
public sealed record ShowOverview(Id<Programme>? ProgrammeId = null, Id<Unit>? UnitId = null) : Question<OverviewView>
{
    const int wavesShown = 12;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<OverviewView> Run(Session s)
    {
        var programmes = await ProgrammeStore.Asked(s);
        var programme = ProgrammeId is null ? programmes.FirstOrDefault() : programmes.Find(p => p.Id == ProgrammeId) ?? throw new NotFound("There is no such programme.");
        if (programme is null) return new() { Programmes = [] };

        var waves = new List<MeasuredWave>();
        var opened = await MeasuredWaveStore.Opened(s, programme.Id, wavesShown);
        var settled = opened.Where(w => w.State != WaveState.Open).ToList();
        // Few answers of a wave just opened say less than all of the one before.
        foreach (var wave in settled.Count > 0 ? settled : opened) waves.Add(await MeasuredWaveStore.Load(s, wave));
        var now = waves[0];
        var (sight, m) = (new Sight(s, now), now.Measures);
        var unit = sight.Find(UnitId);
        var nodes = m.Root is { } root ? m.Below(root).ToList() : [];
        IReadOnlyList<Measure> heads = [.. new[] { Measure.Index, Measure.Csat, Measure.Nps, Measure.Ces, Measure.Rater, Measure.Delivered }.Where(m.All.Contains)];
        IReadOnlyList<Measure> wanted = [.. heads, .. nodes.Select(n => m.Of(n)).Where(m.All.Contains)];
        var units = League.Units(sight, unit);

        var figures = await FigureStore.Of(s, now, wanted);
        var earlier = await Earlier.Than(s, now, wanted);
        var page = wanted.Select(x => (unit.Id, x)).Concat(units.Select(u => (u.Id, Measure.Index))).ToList();
        var judged = earlier.Judge([.. page.Select(p => (p.Id, p.Item2, figures[p.Id, p.Item2]))]);

        return new()
        {
            Programmes = programmes, Programme = programme, Wave = WaveLabel.Of(now.Wave), Open = opened.Find(w => w.State == WaveState.Open && w.Id != now.Wave.Id) is { } open ? WaveLabel.Of(open) : null,
            Unit = UnitLabel.Of(unit), Path = [.. sight.PathTo(unit.Id)], Tops = [.. sight.Tops.Select(UnitLabel.Of)],
            Heads = [.. judged.Take(heads.Count)],
            Nodes = [.. nodes.Where(n => m.All.Contains(m.Of(n))).Zip(judged.Skip(heads.Count), (n, f) => new NodeFigure(NodeLabel.Of(m, n), f))],
            League = League.Of(units, judged.Skip(wanted.Count).ToList(), seed: (int)now.Wave.Number),
            Trend = await Trend(s, waves, unit.Id),
        };
    }

    static async Task<IReadOnlyList<TrendPoint>> Trend(Session s, List<MeasuredWave> waves, Id<Unit> unit)
    {
        var trend = new List<TrendPoint>();
        for (var i = waves.Count - 1; i >= 0; i--)
        {
            var wave = waves[i];
            var figure = new Sight(s, wave).Includes(unit) ? (await FigureStore.Of(s, wave, [Measure.Index]))[unit, Measure.Index] : Figure.Without(Withheld.Unmeasured);
            trend.Add(new(WaveLabel.Of(wave.Wave), figure, i == waves.Count - 1 ? null : wave.Measures.BreakWith(waves[i + 1].Measures, Measure.Index)));
        }
        return trend;
    }
}
