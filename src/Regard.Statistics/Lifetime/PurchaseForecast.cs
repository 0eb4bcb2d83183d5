namespace Regard.Statistics;

/// <summary>What a model expects of many customers at once; equal histories are worked out once.</summary>
public sealed class PurchaseForecast
{
    PurchaseForecast(double[] alive, double[] expected, double[]? discounted) => (Alive, Expected, Discounted) = (alive, expected, discounted ?? expected);

    /// <summary>Chance of each customer not to have dropped out.</summary>
    public IReadOnlyList<double> Alive { get; }

    /// <summary>Purchases to expect of each customer in the weeks asked for.</summary>
    public IReadOnlyList<double> Expected { get; }

    /// <summary>The same discounted; equal to <see cref="Expected"/> without a rate.</summary>
    public IReadOnlyList<double> Discounted { get; }

    /// <summary>Purchases to expect of all together.</summary>
    public double TotalExpected => Expected.Sum();

    /// <summary>Works out all customers.</summary>
    /// <param name="model">A model with its parameters.</param>
    /// <param name="histories">Customers.</param>
    /// <param name="weeks">Horizon, 0 or more.</param>
    /// <param name="weeklyRate">Continuous rate of discount a week; 0 for none.</param>
    /// <param name="discountWeeks">Horizon of the discounted purchases; null for the same, infinite where the model allows it.</param>
    /// <param name="threads">At most; null for as many as there are processors.</param>
    public static PurchaseForecast Of(PurchaseModel model, PurchaseHistories histories, double weeks, double weeklyRate = 0, double? discountWeeks = null, int? threads = null)
    {
        var groups = HistoryGroups.Of(histories);
        var plain = weeklyRate == 0 && (discountWeeks ?? weeks) == weeks;
        var (alive, expected, discounted) = (new double[groups.Count], new double[groups.Count], plain ? null : new double[groups.Count]);
        void One(int from, int below)
        {
            for (var g = from; g < below; g++)
            {
                var history = new PurchaseHistory(groups.Repeats[g], groups.RecencyDays[g] / PurchaseHistory.DaysPerWeek, groups.AgeDays[g] / PurchaseHistory.DaysPerWeek);
                alive[g] = model.Alive(history);
                expected[g] = alive[g] * model.ExpectedAlive(history, weeks);
                if (discounted is not null) discounted[g] = alive[g] * model.DiscountedAlive(history, discountWeeks ?? weeks, weeklyRate);
            }
        }
        const int Block = 1024;
        if (threads == 1) One(0, groups.Count);
        else Parallel.For(0, (groups.Count + Block - 1) / Block, new ParallelOptions { MaxDegreeOfParallelism = threads ?? -1 }, b => One(b * Block, Math.Min(groups.Count, (b + 1) * Block)));
        double[] Spread(double[] values)
        {
            var all = new double[groups.GroupOf.Length];
            for (var i = 0; i < all.Length; i++) all[i] = values[groups.GroupOf[i]];
            return all;
        }
        return new(Spread(alive), Spread(expected), discounted is null ? null : Spread(discounted));
    }
}
