namespace Regard.Statistics;

/// <summary>
/// Shares of R2 by driver: what each adds to R2, averaged over all orders of entry. Never negative, and they add up to R2.
/// Also known as Shapley values of R2 and as general dominance.
/// </summary>
/// <remarks>Lindeman, Merenda and Gold (1980), Introduction to Bivariate and Multivariate Analysis; Groemping (2007), American Statistician 61, 139-147.</remarks>
public sealed record Lmg
{
    /// <summary>Most drivers for which every order of entry is counted.</summary>
    public const int MostExact = 20;

    /// <summary>Most drivers altogether.</summary>
    public const int Most = 25;

    /// <summary>The drivers, in the order given.</summary>
    public required IReadOnlyList<string> Drivers { get; init; }

    /// <summary>Share of the outcome's variance that all explain together, 0 to 1.</summary>
    public required double R2 { get; init; }

    /// <summary>Each driver's part of R2; they add up to it.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Standard error of each value from drawing orders instead of counting all; null when all were counted.</summary>
    public IReadOnlyList<double>? SamplingErrors { get; init; }

    /// <summary>
    /// By driver, what it adds to R2 on average beside 0, 1, ... other drivers (conditional dominance); null when orders were drawn.
    /// </summary>
    /// <remarks>Azen and Budescu (2003), Psychological Methods 8, 129-148.</remarks>
    public IReadOnlyList<IReadOnlyList<double>>? Conditional { get; init; }

    /// <summary>Works out the shares.</summary>
    /// <param name="covariances">Of the outcome and all drivers, from rows or from moments.</param>
    /// <param name="outcome">The column explained.</param>
    /// <param name="drivers">1 to 25 columns; over 20 orders are drawn unless <paramref name="exactUpTo"/> says otherwise.</param>
    /// <param name="draws">Of the orders beyond the exact limit; seed 1 when null.</param>
    /// <param name="orders">Orders to draw, at least 2; each is begun at every driver, forwards and backwards.</param>
    /// <param name="exactUpTo">Most drivers for which every order is counted, up to 25 (33 million sets of drivers).</param>
    /// <exception cref="DataRefused">Columns are missing or determine one another, or there are more than 25 drivers.</exception>
    public static Lmg Of(Covariances covariances, string outcome, IReadOnlyList<string> drivers, Draws? draws = null, int orders = 200, int exactUpTo = MostExact)
    {
        if (drivers.Count > Most) throw new DataRefused(DataFault.BadSpecification, $"{drivers.Count} drivers are more than the {Most} whose shares can be told apart. Leave some out, or use relative weights.", drivers);
        var solved = LeastSquares.Solve(covariances, outcome, drivers);
        var matrix = covariances.Correlations([.. drivers.Select(covariances.Place), covariances.Place(outcome)]);
        var values = new double[drivers.Count];
        if (drivers.Count <= Math.Min(exactUpTo, Most))
        {
            var sets = new DriverSets(drivers.Count);
            sets.Count(matrix);
            sets.Shares(values);
            return new() { Drivers = drivers, R2 = solved.R2, Values = values, Conditional = sets.Conditional() };
        }
        var entry = new EntryOrders(drivers.Count, draws ?? Draws.Seeded(1), Math.Max(2, orders));
        var errors = new double[drivers.Count];
        entry.Shares(matrix, values, errors);
        return new() { Drivers = drivers, R2 = solved.R2, Values = values, SamplingErrors = errors };
    }
}
