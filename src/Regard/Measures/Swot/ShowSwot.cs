using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Strengths, weaknesses, opportunities and threats of a unit: what a wave surely says of them, and what people added.</summary>
public sealed record ShowSwot(Id<Wave> WaveId, Id<Unit>? UnitId = null) : Question<SwotView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<SwotView> Run(Session s)
    {
        var whole = await new ShowDrivers(WaveId, UnitId).Run(s);
        var unit = whole.At.Unit.Id;
        var items = Important(whole).ToList();
        foreach (var node in whole.Nodes.Where(n => n.Code != whole.Node?.Code)) items.AddRange(Important(await new ShowDrivers(WaveId, unit, node.Code).Run(s)));
        var competitors = (await new CompareUnits(WaveId, unit, []).Run(s)).Possible.Where(u => u.Kind == UnitKind.Competitor).Take(CompareUnits.MostOthers).ToList();
        if (competitors.Count > 0) items.AddRange(Beside(await new CompareUnits(WaveId, unit, [.. competitors.Select(c => c.Id)]).Run(s)));
        var notes = await s.Many<SwotNote>("""
            select n.id, n.side, n.words, n.evidence, w.name as written_by, n.written_at, r.name as removed_by, n.removed_at
            from swot_notes n left join people w on w.id = n.written_by left join people r on r.id = n.removed_by where n.unit_id = @unit order by n.written_at, n.id
            """, new { unit });
        return new()
        {
            At = whole.At, Competitors = competitors, Reason = whole.Reason,
            Sides = [.. Enum.GetValues<SwotSide>().Select(side => new SwotPart(side, [.. items.Where(i => i.Side == side).OrderByDescending(i => i.Weight)], [.. notes.Where(n => n.Side == side && n.RemovedAt is null)]))],
            Removed = [.. notes.Where(n => n.RemovedAt is not null)],
            MayWrite = (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Permission.EditPlans).Contains(unit),
        };
    }

    IEnumerable<SwotItem> Important(DriversView view) =>
        from row in view.Rows
        where row.IsSure && row.Quadrant is Quadrant.KeepUp or Quadrant.Concentrate
        let good = row.Quadrant == Quadrant.KeepUp
        select new SwotItem
        {
            Side = good ? SwotSide.Strength : SwotSide.Weakness, Basis = good ? SwotBasis.ImportantAndGood : SwotBasis.ImportantAndPoor, Node = row.Node, Score = row.Performance, Importance = row.Share,
            Evidence = $"/index/priorities?wave={WaveId}&unit={view.At.Unit.Id}&node={Uri.EscapeDataString(view.Node!.Code)}",
        };

    /// <summary>Of the indicators alone: what they add up to would say the same once more.</summary>
    IEnumerable<SwotItem> Beside(ComparisonView view)
    {
        var evidence = $"/index/comparison?wave={WaveId}&unit={view.At.Unit.Id}{string.Concat(view.Others.Select(o => $"&other={o.Id}"))}";
        var whole = view.Rows.FirstOrDefault(r => r.Measure == Measure.Index);
        foreach (var row in view.Rows.Where(r => r.Measure.Kind == MeasureKind.Indicator && r.Names is not null))
            for (var i = 0; i < view.Others.Count; i++)
            {
                var (node, other) = (new NodeLabel(row.Measure.Node, row.Names!, row.Measure), row.Others[i]);
                var real = other.Difference is { IsReal: true } d ? Math.Sign(d.Value) : 0;
                if (real != 0)
                    yield return new()
                    {
                        Side = real > 0 ? SwotSide.Strength : SwotSide.Weakness, Basis = real > 0 ? SwotBasis.AheadOfCompetitor : SwotBasis.BehindCompetitor,
                        Node = node, Competitor = view.Others[i], Score = row.Own, Difference = other.Difference, Evidence = evidence,
                    };
                var point = whole is null ? 0 : Point(other.Figure, whole.Others[i].Figure);
                // Where we are behind, a competitor's weak point opens nothing to us; where we are ahead, a strong one threatens nobody.
                if (point != 0 && real != point)
                    yield return new()
                    {
                        Side = point < 0 ? SwotSide.Opportunity : SwotSide.Threat, Basis = point < 0 ? SwotBasis.CompetitorsWeakPoint : SwotBasis.CompetitorsStrongPoint,
                        Node = node, Competitor = view.Others[i], Score = other.Figure, Index = whole!.Others[i].Figure, Evidence = evidence,
                    };
            }
    }

    /// <summary>Surely under (-1) or over (1) the competitor's own index. The same customers gave both, so intervals that do not meet are more than enough.</summary>
    static int Point(Figure score, Figure index) => score.Given && index.Given ? score.Upper < index.Lower ? -1 : score.Lower > index.Upper ? 1 : 0 : 0;
}

public sealed record SwotView
{
    public required Standpoint At { get; init; }
    /// <summary>Held against, if the caller may see any.</summary>
    public required IReadOnlyList<UnitLabel> Competitors { get; init; }
    /// <summary>Why importance says nothing; null when it does.</summary>
    public Words? Reason { get; init; }
    /// <summary>All four.</summary>
    public required IReadOnlyList<SwotPart> Sides { get; init; }
    public required IReadOnlyList<SwotNote> Removed { get; init; }
    public required bool MayWrite { get; init; }
}

/// <param name="Items">From the numbers, the clearest first.</param>
/// <param name="Notes">Added by people.</param>
public sealed record SwotPart(SwotSide Side, IReadOnlyList<SwotItem> Items, IReadOnlyList<SwotNote> Notes);
