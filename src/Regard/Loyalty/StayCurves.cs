using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>How long groups of customers stay, month by month, and whether chance alone could make the difference.</summary>
public sealed record StayCurves
{
    public required IReadOnlyList<PeriodSurvival> Curves { get; init; }
    /// <summary>Of all groups alike (log-rank); null where it cannot be tested.</summary>
    public double? PValue { get; init; }

    /// <summary>A curve ends where fewer are left to tell how it goes on.</summary>
    const int FewestAtRisk = 10;

    /// <summary>Null without a group.</summary>
    internal static StayCurves? Of(IEnumerable<(string Name, SurvivalCount Count)> groups)
    {
        var counts = groups.Select(g => new PeriodCounts(g.Name, g.Count.Lost, g.Count.Stayed)).Where(c => c.Lost.Sum() + c.Stayed.Skip(1).Sum() > 0).ToList();
        if (counts.Count == 0) return null;
        double? p = null;
        try { p = PeriodSurvival.Test(counts).PValue; }
        catch (DataRefused) { }
        var curves = counts.Select(c => PeriodSurvival.Fit(c)).Select(c => c with { Points = [.. c.Points.TakeWhile(x => x.AtRisk >= FewestAtRisk)] }).Where(c => c.Points.Count > 0).ToList();
        return curves.Count == 0 ? null : new() { Curves = curves, PValue = p };
    }
}
