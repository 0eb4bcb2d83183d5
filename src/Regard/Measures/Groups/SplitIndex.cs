using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>New customers against existing ones at a node, for a unit and those right below it.</summary>
/// <param name="Months">Whoever bought for the first time within them, before the answer, is new.</param>
public sealed record SplitIndex(Id<Wave> WaveId, Id<Unit>? UnitId = null, string? Node = null, int Months = 12) : Question<SplitView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override IEnumerable<Problem> Check()
    {
        if (Months is < 1 or > ShowGroups.MostMonths) yield return new("Months", "Between {0} and {1} months.", 1, ShowGroups.MostMonths);
    }

    internal override async Task<SplitView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var node = Node is null ? m.Root : m.Node(Node);
        if (node is null || !m.All.Contains(m.Of(node))) throw new NotFound("There is no such indicator in this wave.");
        var groups = await CustomerGroups.Read(s, wave, Grouping.Tenure, Months, 0, null);
        var of = (await GroupFigures.Read(s, wave, groups)).Of(m.Of(node));
        return new(WaveLabel.Of(wave.Wave), NodeLabel.Of(m, node), Months, [.. new[] { unit }.Concat(sight.Tree.ChildrenOf(unit.Id)).Select(u => new SplitRow(UnitLabel.Of(u), of(u.Id, 0), of(u.Id, 1), GroupFigure.Less(of(u.Id, 0), of(u.Id, 1))))]);
    }
}

public sealed record SplitView(WaveLabel Wave, NodeLabel Node, int Months, IReadOnlyList<SplitRow> Rows);

/// <param name="Difference">New less existing.</param>
public sealed record SplitRow(UnitLabel Unit, Figure New, Figure Existing, Figure Difference)
{
    public bool IsSure => Difference.Given && (Difference.Lower > 0 || Difference.Upper < 0);
}
