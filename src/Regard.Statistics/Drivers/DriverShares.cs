namespace Regard.Statistics;

/// <summary>All shares from one correlation matrix, in memory that is reused: by driver LMG, its share, relative weight, its share, rank; then R2.</summary>
sealed class DriverShares
{
    readonly int drivers;
    readonly DriverSets? sets;
    readonly EntryOrders? orders;
    readonly double[] errors;
    readonly double[]? shift;

    /// <param name="drivers">1 to 25.</param>
    /// <param name="orders">Drawn orders where not all are counted; null otherwise.</param>
    /// <param name="shift">Added to the LMG values from drawn orders: what these orders miss of all orders, found once on all rows.</param>
    public DriverShares(int drivers, EntryOrders? orders, double[]? shift)
    {
        (this.drivers, this.orders, this.shift, errors) = (drivers, orders, shift, new double[drivers]);
        if (orders is null) sets = new(drivers);
    }

    public static int Count(int drivers) => 5 * drivers + 1;

    /// <param name="correlations">Of the drivers, then the outcome.</param>
    /// <param name="into">Takes <see cref="Count"/> numbers.</param>
    public void Fill(double[] correlations, Span<double> into)
    {
        var (lmg, weight) = (Part(0), Part(2));
        if (sets is not null)
        {
            sets.Count(correlations);
            sets.Shares(into[lmg]);
        }
        else
        {
            orders!.Shares(correlations, into[lmg], errors);
            for (var j = 0; j < drivers; j++) into[j] = Math.Max(0, into[j] + shift![j]);
        }
        RelativeWeights.Fill(correlations, into[weight]);
        var total = 0.0;
        foreach (var value in into[lmg]) total += value;
        for (var j = 0; j < drivers; j++)
        {
            into[drivers + j] = into[j] / total;
            into[3 * drivers + j] = into[2 * drivers + j] / total;
            var rank = 1;
            for (var other = 0; other < drivers; other++)
                if (into[other] > into[j] || (into[other] == into[j] && other < j)) rank++;
            into[4 * drivers + j] = rank;
        }
        into[5 * drivers] = total;
    }

    /// <summary>The numbers by which importance is told.</summary>
    /// <param name="shares">What <see cref="Fill"/> wrote, with or without more behind it.</param>
    /// <param name="correlations">Of the drivers with the outcome.</param>
    /// <param name="kind">Which.</param>
    public static ReadOnlySpan<double> Importance(ReadOnlySpan<double> shares, ReadOnlySpan<double> correlations, ImportanceKind kind) => kind switch
    {
        ImportanceKind.Lmg => shares[..correlations.Length],
        ImportanceKind.RelativeWeight => shares.Slice(2 * correlations.Length, correlations.Length),
        _ => correlations,
    };

    Range Part(int part) => (part * drivers)..((part + 1) * drivers);
}
