using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The index of a unit as points of 1000, stage by stage: what each is worth, what it brings, and its course.</summary>
public sealed record ShowStages(Id<Wave> WaveId, Id<Unit>? UnitId = null) : Question<StagesView>
{
    public const int Most = 1000;
    const int Waves = 8;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<StagesView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var stages = m.Root is { } root ? m.Below(root).Where(n => m.All.Contains(m.Of(n))).ToList() : [];
        if (stages.Count == 0) return new() { At = Standpoint.Of(wave, sight, unit) };
        var units = sight.Tree.ChildrenOf(unit.Id).Where(u => sight.Includes(u.Id)).ToList();
        IReadOnlyList<Measure> wanted = [Measure.Index, .. stages.Select(n => m.Of(n))];
        var figures = await FigureStore.Of(s, wave, wanted);
        var earlier = await Earlier.Than(s, wave, wanted);
        var judged = earlier.Judge([.. wanted.Select(x => (unit.Id, x, figures[unit.Id, x]))]);
        var course = new List<StagePoint>();
        foreach (var one in (await MeasuredWaveStore.Opened(s, wave.Wave.ProgrammeId, Waves)).Where(w => w.Number <= wave.Wave.Number).Reverse())
        {
            var measured = one.Id == WaveId ? wave : await MeasuredWaveStore.Load(s, one);
            if (!new Sight(s, measured).Includes(unit.Id)) continue;
            var then = one.Id == WaveId ? figures : await FigureStore.Of(s, measured, wanted);
            course.Add(new(WaveLabel.Of(one), then[unit.Id, Measure.Index], [.. stages.Select(n => then[unit.Id, m.Of(n)])]));
        }
        return new()
        {
            At = Standpoint.Of(wave, sight, unit), Whole = judged[0],
            Rows = [.. stages.Select((n, i) => new StageRow(NodeLabel.Of(m, n), m.ShareOfIndex(n), judged[i + 1]))],
            Units = [.. units.Select(u => new StageUnit(UnitLabel.Of(u), figures[u.Id, Measure.Index], [.. stages.Select(n => figures[u.Id, m.Of(n)])]))],
            Course = course,
        };
    }
}

public sealed record StagesView
{
    public required Standpoint At { get; init; }
    /// <summary>The index, 0 to 100; null when the form measures no stage.</summary>
    public ShownFigure? Whole { get; init; }
    public IReadOnlyList<StageRow> Rows { get; init; } = [];
    public IReadOnlyList<StageUnit> Units { get; init; } = [];
    /// <summary>The oldest wave first.</summary>
    public IReadOnlyList<StagePoint> Course { get; init; } = [];
}

/// <param name="Share">Of the index, 0 to 1; all stages add up to 1.</param>
public sealed record StageRow(NodeLabel Node, double Share, ShownFigure Shown)
{
    /// <summary>What the stage brings of the 1000; null when withheld.</summary>
    public double? Points => Shown.Figure.Given ? ShowStages.Most / 100.0 * Share * Shown.Figure.Value : null;

    /// <summary>What it could bring.</summary>
    public double Possible => ShowStages.Most * Share;
}

/// <param name="Stages">In the order of the rows.</param>
public sealed record StageUnit(UnitLabel Unit, Figure Index, IReadOnlyList<Figure> Stages);

/// <param name="Stages">In the order of the rows.</param>
public sealed record StagePoint(WaveLabel Wave, Figure Index, IReadOnlyList<Figure> Stages);
