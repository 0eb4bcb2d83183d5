using Regard.Indicators;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The five gaps of a unit at one node of the indicator tree, of what is below the node, and of the units below.</summary>
/// <param name="UnitId">The topmost that the caller may see when left out.</param>
/// <param name="Node">The index when left out.</param>
public sealed record ShowGaps(Id<Wave> WaveId, Id<Unit>? UnitId = null, string? Node = null) : Question<GapsView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<GapsView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var root = m.Top;
        var node = Node is null ? root : wave.Indicators.FirstOrDefault(i => i.Code == Node) ?? throw new NotFound("There is no such indicator in this wave.");
        var below = wave.Indicators.Where(i => i.ParentCode == node.Code).ToList();
        var units = sight.Tree.ChildrenOf(unit.Id).Where(u => sight.Includes(u.Id)).ToList();
        var sources = await GapStore.Read(s, wave, [unit.Id, .. units.Select(u => u.Id)]);
        var gaps = new UnitGaps(sources, unit.Id);
        var (from, until) = await GapStore.Period(s, wave.Wave);
        return new()
        {
            At = Standpoint.Of(wave, sight, unit), Node = NodeLabel.Of(m, node), NodePath = [.. PathTo(wave.Indicators, node).Select(n => NodeLabel.Of(m, n))],
            Names = wave.Indicators.ToDictionary(i => i.Code, i => i.Names),
            Whole = gaps.Line(m.Leaves(node)),
            Nodes = [.. below.Select(n => new GapNode(NodeLabel.Of(m, n), gaps.Line(m.Leaves(n))))],
            Units = [.. units.Select(u => new GapUnit(UnitLabel.Of(u), new UnitGaps(sources, u.Id).Line(m.Leaves(node))))],
            Managers = sources.Managers is { } managers ? WaveLabel.Of(managers.Wave.Wave) : null, Believing = sources.Managers?.Nearest(unit.Id) is { } believing ? UnitLabel.Of(believing) : null,
            From = from, Until = until, Encounters = sources.Delivered.Encounters(unit.Id),
        };
    }

    static IEnumerable<Indicator> PathTo(IReadOnlyList<Indicator> all, Indicator node) =>
        (all.FirstOrDefault(i => i.Code == node.ParentCode) is { } parent ? PathTo(all, parent) : []).Append(node);
}

public sealed record GapsView
{
    public required Standpoint At { get; init; }
    public required NodeLabel Node { get; init; }
    /// <summary>From the index down to the node.</summary>
    public required IReadOnlyList<NodeLabel> NodePath { get; init; }
    /// <summary>Of all indicators, by code.</summary>
    public required IReadOnlyDictionary<string, Text> Names { get; init; }
    public required GapLine Whole { get; init; }
    /// <summary>Right below the node.</summary>
    public required IReadOnlyList<GapNode> Nodes { get; init; }
    /// <summary>Right below the unit.</summary>
    public required IReadOnlyList<GapUnit> Units { get; init; }
    /// <summary>The wave in which managers said what they believe; null when none mirrors this one.</summary>
    public WaveLabel? Managers { get; init; }
    /// <summary>The unit whose managers they are: this one, or the nearest above with enough of them.</summary>
    public UnitLabel? Believing { get; init; }
    /// <summary>Encounters are counted between these days, both included.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required long Encounters { get; init; }
}

public sealed record GapNode(NodeLabel Node, GapLine Line);
public sealed record GapUnit(UnitLabel Unit, GapLine Line);
