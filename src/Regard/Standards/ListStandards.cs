using Regard.Indicators;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>What is demanded of the service, what of the index nothing is demanded of, and where demands from the inside and the outside differ.</summary>
/// <param name="Indicator">With all below it.</param>
/// <param name="Ended">Also those that were given up.</param>
public sealed record ListStandards(string? Indicator = null, StandardOrigin? Origin = null, Id<Unit>? OwnerUnitId = null, bool Ended = false) : Question<StandardsView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<StandardsView> Run(Session s)
    {
        var (all, tree) = (await StandardStore.All(s), await StandardStore.Tree(s));
        var inForce = all.Where(v => v.IsInForce(s.Today)).ToList();
        var decided = await s.Many<ConflictDecision>("select d.indicator_code, d.inside_id, d.inside_version, d.outside_id, d.outside_version, d.holds, d.why, d.made_at, p.name as made_by from standard_decisions d left join people p on p.id = d.made_by");
        var codes = Indicator is { } code ? StandardStore.Below(tree, code) : null;
        bool Within(IEnumerable<string> indicators) => codes is null || indicators.Any(codes.Contains);
        var leaves = tree?.Leaves.ToList() ?? [];
        return new()
        {
            Day = s.Today, MayEdit = s.Caller.May(Permission.EditStandards), Nodes = tree?.Indicators ?? [],
            Standards = [.. all.On(s.Today).Where(v => Within(v.Indicators) && (Origin is null || v.Origin == Origin) && (OwnerUnitId is null || v.OwnerUnitId == OwnerUnitId) && (Ended || !(v.UntilDay < s.Today)))],
            Owners = [.. inForce.Where(v => v.OwnerUnitId is not null).Select(v => new OwnerLabel(v.OwnerUnitId!.Value, v.OwnerName ?? "")).Distinct().OrderBy(o => o.Name, StringComparer.Ordinal)],
            Coverage = Coverage.Of([.. leaves.Select(l => l.Code)], inForce),
            Conflicts = [.. StandardConflict.Among(inForce, decided).Where(c => Within([c.IndicatorCode]))],
        };
    }
}

public sealed record StandardsView
{
    public required DateOnly Day { get; init; }
    public required bool MayEdit { get; init; }
    /// <summary>The newest published index, parents before children.</summary>
    public required IReadOnlyList<Indicator> Nodes { get; init; }
    /// <summary>Each by the version that holds today; else the next, else the last.</summary>
    public required IReadOnlyList<Standard> Standards { get; init; }
    public required IReadOnlyList<OwnerLabel> Owners { get; init; }
    public required Coverage Coverage { get; init; }
    public required IReadOnlyList<StandardConflict> Conflicts { get; init; }
}

public sealed record OwnerLabel(Id<Unit> UnitId, string Name);

/// <summary>How much of the index is demanded by standards in force: all indicators are counted, none is sampled.</summary>
/// <param name="OutsideIn">Indicators with a standard that comes from customers.</param>
/// <param name="Uncovered">Codes of those without any.</param>
public sealed record Coverage(int Indicators, int Covered, int OutsideIn, IReadOnlyList<string> Uncovered)
{
    public double? OutsideInShare => Indicators == 0 ? null : (double)OutsideIn / Indicators;

    internal static Coverage Of(IReadOnlyCollection<string> indicators, IReadOnlyCollection<Standard> inForce)
    {
        var (covered, outside) = (inForce.SelectMany(v => v.Indicators).ToHashSet(), inForce.Where(v => v.Origin == StandardOrigin.OutsideIn).SelectMany(v => v.Indicators).ToHashSet());
        return new(indicators.Count, indicators.Count(covered.Contains), indicators.Count(outside.Contains), [.. indicators.Where(i => !covered.Contains(i))]);
    }
}
