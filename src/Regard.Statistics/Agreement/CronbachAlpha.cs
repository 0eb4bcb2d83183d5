namespace Regard.Statistics;

/// <summary>Internal consistency of a set of items.</summary>
/// <param name="Alpha">Raw alpha with Feldt's interval; at most 1, can be negative.</param>
/// <param name="Standardised">Alpha of the standardised items; null when withheld or when an item has no spread.</param>
/// <param name="Items">What each item does to it, in the order given; empty when withheld.</param>
public sealed record CronbachAlpha(Estimate Alpha, double? Standardised, IReadOnlyList<CronbachAlpha.Item> Items)
{
    /// <summary>One item of the set.</summary>
    /// <param name="Slot">The item's slot.</param>
    /// <param name="AlphaWithout">Raw alpha of the other items; null with fewer than two others or without spread.</param>
    /// <param name="RestCorrelation">Correlation with the sum of the others, -1 to 1; null without spread.</param>
    public sealed record Item(int Slot, double? AlphaWithout, double? RestCorrelation);

    /// <summary>Alpha from the covariances of a cell; missing answers pairwise.</summary>
    /// <param name="moments">The cell.</param>
    /// <param name="slots">Two or more.</param>
    /// <param name="scales">One a slot of the cell, so that reversed items are turned; null when none is reversed.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>
    /// Cronbach (1951), Psychometrika 16, 297-334. Interval: Feldt (1965), Psychometrika 30, 357-370, n the smallest pair's.
    /// Standard error: van Zyl, Neudecker and Nel (2000), Psychometrika 65, 271-280, compound symmetry.
    /// </remarks>
    /// <exception cref="ArgumentException">Fewer than two slots.</exception>
    public static CronbachAlpha Of(Moments moments, IReadOnlyList<int> slots, IReadOnlyList<Scale>? scales = null, double confidence = 0.95)
    {
        var k = slots.Count;
        if (k < 2) throw new ArgumentException("Alpha needs two items or more.", nameof(slots));
        var n = slots.Min(i => slots.Min(j => moments.N(i, j)));
        if (n < 2) return new(Estimate.Withhold(n == 0 ? Withholding.Unmeasured : Withholding.TooFew, n), null, []);
        double Sign(int slot) => scales?[slot].Reversed == true ? -1 : 1;
        var covariance = new double[k, k];
        for (var i = 0; i < k; i++)
            for (var j = 0; j < k; j++)
                covariance[i, j] = Sign(slots[i]) * Sign(slots[j]) * moments.Covariance(slots[i], slots[j])!.Value;
        return Of(covariance, slots, n, confidence);
    }

    /// <summary>Alpha from covariances.</summary>
    /// <param name="covariances">Of all items, from rows or moments; reversed items turned beforehand.</param>
    /// <param name="items">Two or more columns; slots of the result are their places here.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>As above; under weights the interval rests on Kish's n.</remarks>
    /// <exception cref="DataRefused">There is no such column, or fewer than two are named.</exception>
    public static CronbachAlpha Of(Covariances covariances, IReadOnlyList<string> items, double confidence = 0.95)
    {
        if (items.Count < 2) throw new DataRefused(DataFault.BadSpecification, "Alpha needs two items or more.", items);
        var at = items.Select(covariances.Place).ToArray();
        var covariance = new double[at.Length, at.Length];
        for (var i = 0; i < at.Length; i++)
            for (var j = 0; j < at.Length; j++) covariance[i, j] = covariances[at[i], at[j]];
        return Of(covariance, [.. Enumerable.Range(0, at.Length)], covariances.N, confidence, covariances.EffectiveN);
    }

    static CronbachAlpha Of(double[,] covariance, IReadOnlyList<int> slots, long n, double confidence, double? effectiveN = null)
    {
        var k = slots.Count;
        var all = Enumerable.Range(0, k).ToArray();
        if (Raw(covariance, all) is not { } alpha) return new(Estimate.Withhold(Withholding.NoSpread, n), null, []);
        var items = all.Select(i => new Item(slots[i], Raw(covariance, [.. all.Where(j => j != i)]), Rest(covariance, i)));
        return new(Feldt(alpha, k, n, effectiveN ?? n, confidence), FromCorrelations(covariance), [.. items]);
    }

    static Estimate Feldt(double alpha, int k, long n, double effective, double confidence)
    {
        if (effective < 2) return Estimate.Withhold(Withholding.TooFew, n, effective);
        double Bound(double p) => 1 - (1 - alpha) * Quantile.Fisher(p, effective - 1, (effective - 1) * (k - 1));
        var (lower, upper) = (Bound(0.5 + confidence / 2), Bound(0.5 - confidence / 2));
        var se = (1 - alpha) * Math.Sqrt(2.0 * k / ((k - 1) * (effective - 1)));
        return Estimate.Between(alpha, se, Math.Min(alpha, lower), Math.Max(alpha, upper), n, effective, confidence);
    }

    static double? Raw(double[,] covariance, int[] items)
    {
        if (items.Length < 2) return null;
        var total = items.Sum(i => items.Sum(j => covariance[i, j]));
        return total > 0 ? items.Length / (items.Length - 1.0) * (1 - items.Sum(i => covariance[i, i]) / total) : null;
    }

    static double? FromCorrelations(double[,] covariance)
    {
        var (k, sum) = (covariance.GetLength(0), 0.0);
        for (var i = 0; i < k; i++)
            for (var j = 0; j < i; j++)
            {
                if (covariance[i, i] <= 0 || covariance[j, j] <= 0) return null;
                sum += covariance[i, j] / Math.Sqrt(covariance[i, i] * covariance[j, j]);
            }
        var mean = sum / (k * (k - 1) / 2.0);
        return 1 + (k - 1) * mean is var spread and > 0 ? k * mean / spread : null;
    }

    static double? Rest(double[,] covariance, int item)
    {
        var others = Enumerable.Range(0, covariance.GetLength(0)).Where(j => j != item).ToArray();
        var (with, rest) = (others.Sum(j => covariance[item, j]), others.Sum(i => others.Sum(j => covariance[i, j])));
        return covariance[item, item] > 0 && rest > 0 ? with / Math.Sqrt(covariance[item, item] * rest) : null;
    }
}
