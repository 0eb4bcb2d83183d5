namespace Regard.Statistics;

/// <summary>How strictly one driver dominates another; each level includes those before it.</summary>
public enum DominanceLevel
{
    /// <summary>It does not.</summary>
    None,
    /// <summary>It adds more to R2 averaged over all sets of other drivers (its LMG value is larger).</summary>
    General,
    /// <summary>It adds more on average beside 0, 1, 2, ... others, at each number.</summary>
    Conditional,
    /// <summary>It adds more beside every set of others.</summary>
    Complete,
}

/// <summary>Which driver dominates which.</summary>
/// <remarks>Budescu (1993), Psychological Bulletin 114, 542-551; Azen and Budescu (2003), Psychological Methods 8, 129-148.</remarks>
public sealed class Dominance
{
    readonly DominanceLevel[,] levels;

    Dominance(Lmg shares, DominanceLevel[,] levels) => (Shares, this.levels) = (shares, levels);

    /// <summary>General and conditional dominance in numbers.</summary>
    public Lmg Shares { get; }

    /// <summary>The strictest level at which one driver dominates the other; None also when the other dominates it.</summary>
    /// <exception cref="DataRefused">There is no such driver.</exception>
    public DominanceLevel this[string driver, string over] => levels[Place(driver), Place(over)];

    /// <summary>Compares all pairs of drivers.</summary>
    /// <param name="covariances">Of the outcome and all drivers.</param>
    /// <param name="outcome">The column explained.</param>
    /// <param name="drivers">2 to 20 columns.</param>
    /// <exception cref="DataRefused">Columns are missing or determine one another, or there are too many.</exception>
    public static Dominance Of(Covariances covariances, string outcome, IReadOnlyList<string> drivers)
    {
        if (drivers.Count > Lmg.MostExact) throw new DataRefused(DataFault.BadSpecification, $"Dominance compares up to {Lmg.MostExact} drivers, not {drivers.Count}.", drivers);
        var shares = Lmg.Of(covariances, outcome, drivers);
        var sets = new DriverSets(drivers.Count, keep: true);
        sets.Count(covariances.Correlations([.. drivers.Select(covariances.Place), covariances.Place(outcome)]));
        var levels = new DominanceLevel[drivers.Count, drivers.Count];
        for (var a = 0; a < drivers.Count; a++)
            for (var b = 0; b < drivers.Count; b++)
                if (a != b) levels[a, b] = Level(shares, sets.Every, a, b);
        return new(shares, levels);
    }

    static DominanceLevel Level(Lmg shares, ReadOnlySpan<double> every, int a, int b)
    {
        if (shares.Values[a] <= shares.Values[b]) return DominanceLevel.None;
        var (one, other) = (shares.Conditional![a], shares.Conditional[b]);
        if (one.Zip(other).Any(x => x.First <= x.Second)) return DominanceLevel.General;
        var both = 1 << a | 1 << b;
        for (var set = 0; set < every.Length; set++)
            if ((set & both) == 0 && every[set | 1 << a] <= every[set | 1 << b]) return DominanceLevel.Conditional;
        return DominanceLevel.Complete;
    }

    int Place(string driver) => Enumerable.Range(0, Shares.Drivers.Count).FirstOrDefault(j => Shares.Drivers[j] == driver, -1) is >= 0 and var at
        ? at : throw new DataRefused(DataFault.NoColumn, $"There is no driver {driver}.", driver);
}
