using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Measures;

static class League
{
    // Enough for ranks to settle; fewer where very many units would make a page wait.
    const int draws = 2000, drawsTimesUnits = 400_000;

    /// <summary>Stores compare with stores; where there are none below, the units right below.</summary>
    public static IReadOnlyList<Unit> Units(Sight sight, Unit unit)
    {
        var below = sight.Tree.Under(unit.Id).Where(u => u.Id != unit.Id).ToList();
        var stores = below.Where(u => u.Kind == UnitKind.Store).ToList();
        return stores.Count > 1 ? stores : sight.Tree.ChildrenOf(unit.Id);
    }

    /// <summary>The best first; those without a number last.</summary>
    public static IReadOnlyList<LeagueRow> Of(IReadOnlyList<Unit> units, IReadOnlyList<ShownFigure> indices, int seed)
    {
        if (units.Count == 0) return [];
        var estimates = indices.Select(i => i.Figure.Given ? i.Figure.ToEstimate() : Estimate.Withhold(Withholding.TooFew, 0)).ToList();
        var shrunken = Shrinkage.Fit(estimates, seed, Math.Clamp(drawsTimesUnits / units.Count, 200, draws));
        return [.. units.Select((u, i) => Row(u, indices[i], shrunken.Units[i])).OrderBy(r => r.Rank ?? int.MaxValue).ThenBy(r => r.Unit.Code, StringComparer.Ordinal)];
    }

    static LeagueRow Row(Unit unit, ShownFigure index, ShrunkenUnit shrunken) => new()
    {
        Unit = UnitLabel.Of(unit), Index = index, Shrunken = shrunken.Rank is null ? null : Figure.Of(shrunken.Score, minimum: 0),
        Rank = shrunken.Rank, RankLower = shrunken.RankLower, RankUpper = shrunken.RankUpper, BottomQuarter = shrunken.BottomQuarter,
    };
}
