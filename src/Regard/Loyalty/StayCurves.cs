using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>How long groups of customers stay, month by month, and whether chance alone could make the difference.</summary>
public sealed record StayCurves
{
    public required IReadOnlyList<PeriodSurvival> Curves { get; init; }
    /// <summary>Of all groups alike (log-rank); null where it cannot be tested.</summary>
    public double? PValue { get; init; }

    /// <summary>Null without a group.</summary>
    internal static StayCurves? Of(IEnumerable<(string Name, SurvivalCount Count)> groups)
    {
        var counts = groups.Select(g => new PeriodCounts(g.Name, g.Count.Lost, g.Count.Stayed)).Where(c => c.Lost.Sum() + c.Stayed.Skip(1).Sum() > 0).ToList();
        if (counts.Count == 0) return null;
        double? p = null;
        try { p = PeriodSurvival.Test(counts).PValue; }
        catch (DataRefused) { }
        return new() { Curves = [.. counts.Select(c => PeriodSurvival.Fit(c))], PValue = p };
    }
}
