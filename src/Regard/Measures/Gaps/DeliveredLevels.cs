using Regard.Organisation;
using Regard.Standards;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>What some encounters delivered, for any set of indicators and any unit with all below it.</summary>
sealed class DeliveredLevels
{
    /// <summary>97.5 % of the standard normal distribution.</summary>
    const double NormalQuantile = 1.959963984540054;

    readonly List<string> codes;
    readonly UnitTree tree;
    readonly ILookup<Id<Unit>, double?[]> rows;
    readonly Dictionary<Id<Unit>, (SlotMeans? Means, HashSet<string> Seen)> known = [];

    public DeliveredLevels(UnitTree tree, IEnumerable<Encounter> encounters)
    {
        this.tree = tree;
        var read = encounters.Select(e => (e.UnitId, Delivered: e.Delivered)).ToList();
        codes = [.. read.SelectMany(e => e.Delivered.Select(d => d.IndicatorCode)).Distinct().Order(StringComparer.Ordinal)];
        rows = read.ToLookup(e => e.UnitId, e => Row(e.Delivered));
    }

    public long Encounters(Id<Unit> unit) => tree.Under(unit).Sum(u => (long)rows[u.Id].Count());
    public IReadOnlySet<string> Seen(Id<Unit> unit) => Of(unit).Seen;

    /// <summary>The weighted mean, with the error between encounters.</summary>
    public Estimate Level(Id<Unit> unit, IReadOnlyList<(string Code, double Weight)> leaves)
    {
        if (leaves.Count == 0 || Of(unit).Means is not { } means) return Estimate.Withhold(Withholding.Unmeasured, 0);
        var (coefficients, total) = (new double[codes.Count], leaves.Sum(l => l.Weight));
        foreach (var (code, weight) in leaves) coefficients[codes.IndexOf(code)] += weight / total;
        var level = means.Linear(coefficients);
        // Kept every time, or never, by the few that were seen: that is not certain of all the others.
        return level is { Withheld: false, StandardError: 0, Value: 0 or 100 } ? AllAlike(level) : level;
    }

    /// <summary>Wilson's interval, and the error of a normal one as wide.</summary>
    static Estimate AllAlike(Estimate level)
    {
        var share = Wilson.Share(level.Value == 100 ? level.N : 0, level.N).Rescaled(100);
        var width = share.Upper!.Value - share.Lower!.Value;
        return Estimate.Between(level.Value!.Value, width / (2 * NormalQuantile), share.Lower.Value, share.Upper.Value, level.N);
    }

    (SlotMeans? Means, HashSet<string> Seen) Of(Id<Unit> unit)
    {
        if (known.TryGetValue(unit, out var found)) return found;
        var all = tree.Under(unit).SelectMany(u => rows[u.Id]).ToList();
        var columns = codes.Select((_, at) => (IReadOnlyList<double?>)[.. all.Select(r => r[at])]).ToList();
        return known[unit] = (all.Count == 0 ? null : DesignMeans.Of(columns), [.. codes.Where((_, at) => columns[at].Any(x => x is not null))]);
    }

    // An encounter that showed an indicator several times counts once, by its mean.
    double?[] Row(IReadOnlyList<Delivery> delivered)
    {
        var by = delivered.ToLookup(d => d.IndicatorCode, d => d.Level);
        return [.. codes.Select(c => by.Contains(c) ? by[c].Average() : (double?)null)];
    }
}
