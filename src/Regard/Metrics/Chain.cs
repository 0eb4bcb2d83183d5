using Regard.Loyalty;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Metrics;

/// <summary>A figure of units over quarters.</summary>
sealed record QuarterValues(IReadOnlyDictionary<(Id<Unit> Unit, int Quarter), double> Values)
{
    /// <summary>Quarters since year 0.</summary>
    public static int Of(DateOnly day) => day.Year * 4 + (day.Month - 1) / 3;

    /// <summary>Means of what falls into a quarter.</summary>
    public static QuarterValues Of(IEnumerable<(Id<Unit> Unit, DateOnly Day, double Value)> all) =>
        new(all.GroupBy(a => (a.Unit, Of(a.Day))).ToDictionary(g => g.Key, g => g.Average(a => a.Value)));
}

/// <summary>How one figure of units goes with another some quarters later. Associations: nothing here says which caused which.</summary>
/// <param name="Lag">Quarters.</param>
/// <param name="Within">Whether units that did better than usual then do better than usual later; n counts pairs.</param>
/// <param name="Changes">The same of changes from one time to the next: what lasts at a store is gone, so this tells the lag best.</param>
/// <param name="Between">Correlation of the units' means; n counts units, withheld under five.</param>
/// <param name="Slope">What a point more of the first comes with of the second, between units.</param>
public sealed record LaggedLink(int Lag, int Units, Estimate Within, Estimate Changes, Estimate Between, Estimate Slope)
{
    public const int FewestUnits = 5, MostLag = 4;

    internal static IReadOnlyList<LaggedLink> All(QuarterValues from, QuarterValues to) => [.. Enumerable.Range(0, MostLag + 1).Select(lag => At(lag, from, to))];

    static LaggedLink At(int lag, QuarterValues from, QuarterValues to)
    {
        var pairs = from.Values.Where(x => to.Values.ContainsKey((x.Key.Unit, x.Key.Quarter + lag)))
            .Select(x => (x.Key.Unit, x.Key.Quarter, X: x.Value, Y: to.Values[(x.Key.Unit, x.Key.Quarter + lag)])).OrderBy(p => p.Unit.Value).ThenBy(p => p.Quarter).ToList();
        var units = pairs.Select(p => p.Unit).Distinct().Select((u, i) => (u, i)).ToDictionary(p => p.u, p => p.i);
        var first = pairs.Count == 0 ? 0 : pairs.Min(p => p.Quarter);
        var means = pairs.GroupBy(p => p.Unit).Select(g => (X: g.Average(p => p.X), Y: g.Average(p => p.Y))).ToList();
        var (between, slope) = OverUnits(means);
        var changes = pairs.Zip(pairs.Skip(1)).Where(p => p.First.Unit == p.Second.Unit).Select(p => (units[p.Second.Unit], p.Second.Quarter - first, p.Second.X - p.First.X, p.Second.Y - p.First.Y));
        return new(lag, units.Count, LagCorrelation.Of([.. pairs.Select(p => (units[p.Unit], p.Quarter - first, p.X, p.Y))]), LagCorrelation.Of([.. changes]), between, slope);
    }

    /// <summary>Correlation with Fisher's interval, and the least squares slope with Student's.</summary>
    internal static (Estimate Correlation, Estimate Slope) OverUnits(IReadOnlyList<(double X, double Y)> units)
    {
        var n = units.Count;
        if (n < FewestUnits) return (Estimate.Withhold(Withholding.TooFewUnits, n), Estimate.Withhold(Withholding.TooFewUnits, n));
        var (mx, my) = (units.Average(u => u.X), units.Average(u => u.Y));
        double xx = units.Sum(u => (u.X - mx) * (u.X - mx)), yy = units.Sum(u => (u.Y - my) * (u.Y - my)), xy = units.Sum(u => (u.X - mx) * (u.Y - my));
        if (xx < 1e-12 || yy < 1e-12) return (Estimate.Withhold(Withholding.NoSpread, n), Estimate.Withhold(Withholding.NoSpread, n));
        var b = xy / xx;
        var error = Math.Sqrt(Math.Max(0, yy - b * xy) / (n - 2) / xx);
        return (Correlation.Of(Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1), n).R, Estimate.Of(b, error, n - 2, n));
    }
}
