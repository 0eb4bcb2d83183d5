using Regard.Indicators;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Expected and perceived level of a unit at one node, over the waves of the programme: what customers expect rises while they get used to what they get.</summary>
public sealed record TrackExpectations(Id<Wave> WaveId, Id<Unit>? UnitId = null, string? Node = null) : Question<ExpectationView>
{
    const int Waves = 24;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<ExpectationView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var nodes = m.Nodes.Where(n => m.All.Contains(m.Of(n, Aspect.Expected))).ToList();
        var node = Node is null ? nodes.FirstOrDefault() : nodes.FirstOrDefault(n => n.Code == Node) ?? throw new NotFound("There is no such indicator in this wave.");
        return new()
        {
            At = Standpoint.Of(wave, sight, unit), Nodes = [.. nodes.Select(n => NodeLabel.Of(m, n))],
            Node = node is null ? null : NodeLabel.Of(m, node), Points = node is null ? [] : await Course(s, wave, unit, node),
        };
    }

    static async Task<IReadOnlyList<ExpectationPoint>> Course(Session s, MeasuredWave wave, Unit unit, Indicator node)
    {
        IReadOnlyList<Aspect> aspects = [Aspect.Expected, Aspect.Perceived, Aspect.Gap, Aspect.Ratio];
        var points = new List<ExpectationPoint>();
        foreach (var one in (await MeasuredWaveStore.Opened(s, wave.Wave.ProgrammeId, Waves)).Where(w => w.Number <= wave.Wave.Number).Reverse())
        {
            var measured = await MeasuredWaveStore.Load(s, one);
            if (!new Sight(s, measured).Includes(unit.Id) || measured.Measures.Node(node.Code) is not { } same) continue;
            IReadOnlyList<Measure> measures = [.. aspects.Select(a => measured.Measures.Of(same, a))];
            var figures = await FigureStore.Of(s, measured, measures);
            var earlier = await Earlier.Than(s, measured, measures);
            var judged = earlier.Judge([.. measures.Select(x => (unit.Id, x, figures[unit.Id, x]))]);
            points.Add(new(WaveLabel.Of(one), judged[0], judged[1], judged[2], judged[3]));
        }
        return points;
    }
}

public sealed record ExpectationView
{
    public required Standpoint At { get; init; }
    /// <summary>The nodes that expectations were asked of.</summary>
    public required IReadOnlyList<NodeLabel> Nodes { get; init; }
    /// <summary>Null when no expectation was asked at all.</summary>
    public NodeLabel? Node { get; init; }
    /// <summary>The oldest first.</summary>
    public required IReadOnlyList<ExpectationPoint> Points { get; init; }
}

public sealed record ExpectationPoint(WaveLabel Wave, ShownFigure Expected, ShownFigure Perceived, ShownFigure Gap, ShownFigure Ratio);
