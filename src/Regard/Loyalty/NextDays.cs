using System.Collections.Concurrent;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>When a customer buys next, if ever again: the middle day, and the range that holds it with 80 % chance.</summary>
/// <remarks>From the model's chance of a purchase within so many weeks, given that there is one within ten years.</remarks>
sealed class NextDays(PurchaseModel model)
{
    const double Longest = 520;

    readonly ConcurrentDictionary<(int, int, int), (int, int, int)> known = new();

    public (int From, int Day, int Until) Of(int recency, int age, int repeats, int asOf)
    {
        var (from, day, until) = known.GetOrAdd((repeats, recency, age), _ => DaysAhead(new(repeats, recency / PurchaseHistory.DaysPerWeek, age / PurchaseHistory.DaysPerWeek)));
        return (asOf + from, asOf + day, asOf + until);
    }

    (int, int, int) DaysAhead(PurchaseHistory history)
    {
        var ever = model.PurchaseWithin(history, Longest);
        int At(double share) => (int)Math.Ceiling(Weeks(history, share * ever) * PurchaseHistory.DaysPerWeek);
        return (At(0.1), At(0.5), At(0.9));
    }

    /// <summary>Bisection on the logarithm: the chance rises from 0.</summary>
    double Weeks(PurchaseHistory history, double chance)
    {
        double low = 1.0 / 14, high = Longest;
        if (model.PurchaseWithin(history, low) >= chance) return low;
        while (high / low > 1.01)
        {
            var middle = Math.Sqrt(low * high);
            if (model.PurchaseWithin(history, middle) < chance) low = middle; else high = middle;
        }
        return high;
    }
}
