namespace Regard.Statistics;

/// <summary>Days between purchases, and days since the last one, which has had no return yet.</summary>
/// <param name="Days">Length of each gap, 0 or more.</param>
/// <param name="Returned">True when the customer came back at its end, false when it was still open at the end of observation.</param>
/// <param name="Customer">Whose, any number; gaps of one customer hang together.</param>
public sealed record PurchaseGaps(IReadOnlyList<double> Days, IReadOnlyList<bool> Returned, IReadOnlyList<long> Customer)
{
    /// <summary>Gaps from purchase days.</summary>
    /// <param name="purchases">Customer and day of each purchase, in any order; several on one day are one.</param>
    /// <param name="until">Last day observed.</param>
    /// <exception cref="DataRefused">A purchase after the last day, or none at all.</exception>
    public static PurchaseGaps Of(IEnumerable<(long Customer, DateOnly Day)> purchases, DateOnly until)
    {
        var (days, returned, customers) = (new List<double>(), new List<bool>(), new List<long>());
        foreach (var customer in purchases.GroupBy(p => p.Customer).OrderBy(g => g.Key))
        {
            DateOnly[] on = [.. customer.Select(p => p.Day).Distinct().Order()];
            if (on[^1] > until) throw new DataRefused(DataFault.OutOfRange, $"A purchase on {on[^1]:yyyy-MM-dd} is after the last day observed, {until:yyyy-MM-dd}.");
            for (var k = 0; k < on.Length; k++)
            {
                days.Add((k + 1 < on.Length ? on[k + 1] : until).DayNumber - on[k].DayNumber);
                returned.Add(k + 1 < on.Length);
                customers.Add(customer.Key);
            }
        }
        return days.Count > 0 ? new(days, returned, customers) : throw new DataRefused(DataFault.Empty, "There is no purchase.");
    }
}
