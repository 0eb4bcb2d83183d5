using Regard.Indicators;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The numbers of a unit and the units right below it, at one node of the indicator tree.</summary>
/// <param name="UnitId">The topmost that the caller may see when left out.</param>
/// <param name="Node">The index when left out.</param>
public sealed record ShowIndex(Id<Wave> WaveId, Id<Unit>? UnitId = null, string? Node = null) : Question<IndexView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IndexView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var root = m.Top;
        var node = Node is null ? root : m.Node(Node) ?? throw new NotFound("There is no such indicator in this wave.");

        IReadOnlyList<Indicator> nodes = [node, .. m.Below(node)];
        IReadOnlyList<Unit> units = [unit, .. sight.Tree.ChildrenOf(unit.Id)];
        IReadOnlyList<Measure> sides = [.. nodes.SelectMany(n => Enum.GetValues<Aspect>().Select(a => m.Of(n, a))).Where(m.All.Contains)];
        IReadOnlyList<Measure> others = node == root ? [.. new[] { Measure.Csat, Measure.Nps, Measure.Ces, Measure.Rater, Measure.Delivered }.Where(m.All.Contains)] : [];
        var slots = Slots(m, node, isRoot: node == root).ToList();
        IReadOnlyList<Measure> wanted = [.. nodes.Select(n => m.Of(n)), .. sides, .. others, .. slots.Select(a => Measure.Item(a.Slot.Key))];

        var figures = await FigureStore.Of(s, wave, wanted);
        var earlier = await Earlier.Than(s, wave, wanted);
        // One page, one judgement: what is called a change depends on all that is compared here.
        var table = units.SelectMany(u => nodes.Select(n => (u.Id, m.Of(n)))).Concat(sides.Where(x => x.Aspect != Aspect.Perceived).Concat(others).Select(x => (unit.Id, x))).ToList();
        var judged = earlier.Judge([.. table.Select(t => (t.Id, t.Item2, figures[t.Id, t.Item2]))]);
        var shown = table.Zip(judged).ToDictionary(p => p.First, p => p.Second);

        return new()
        {
            At = Standpoint.Of(wave, sight, unit),
            Waves = [.. (await MeasuredWaveStore.Opened(s, wave.Wave.ProgrammeId, 24)).Select(WaveLabel.Of)],
            Node = NodeLabel.Of(m, node), NodePath = [.. Ancestors(m, node).Reverse().Select(n => NodeLabel.Of(m, n))],
            Nodes = [.. nodes.Select(n => NodeLabel.Of(m, n))],
            Units = [.. units.Select(u => new UnitRow(UnitLabel.Of(u), [.. nodes.Select(n => shown[(u.Id, m.Of(n))])]))],
            Sides = [.. nodes.Select(n => new SideRow(NodeLabel.Of(m, n), Enum.GetValues<Aspect>().Select(a => m.Of(n, a)).Where(sides.Contains).ToDictionary(x => x.Aspect, x => shown[(unit.Id, x)])))],
            Others = [.. others.Select(o => shown[(unit.Id, o)])],
            Items = await Distributions.Of(s, wave, unit, slots, figures),
            Comments = node == root && s.Caller.May(Permission.SeeComments) ? await CommentStore.Newest(s, wave, unit) : null,
        };
    }

    static IEnumerable<Indicator> Ancestors(WaveMeasures m, Indicator node)
    {
        for (Indicator? at = node; at is not null; at = at.ParentCode is { } parent ? m.Node(parent) : null) yield return at;
    }

    // The questions behind the last node are shown with their answers; at the top those that stand outside the tree.
    static IEnumerable<AskedSlot> Slots(WaveMeasures m, Indicator node, bool isRoot) =>
        m.Asked.Where(a => a.Slot.Indicator == node.Code || (isRoot && a.Slot.Part is Part.Overall or Part.Effort or Part.Recommendation or Part.Delivered));
}
