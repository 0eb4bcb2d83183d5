using Regard.Statistics;
namespace Regard.Benchmarks.Lifetime;

/// <summary>Customers of a BG/NBD world with the parameters of CDNOW, born over twelve weeks and followed for 27 to 39.</summary>
static class SimulatedCustomers
{
    const int Days = 272, BirthDays = 84;
    static readonly BgNbd world = new(0.243, 4.414, 0.793, 2.426);

    public static PurchaseHistories Histories(int customers)
    {
        var (x, recency, age, spend) = (new int[customers], new int[customers], new int[customers], new double[customers]);
        for (var i = 0; i < customers; i++)
        {
            var chance = Draws.Seeded(1).Of(i);
            var days = Purchases(ref chance, out age[i]);
            (x[i], recency[i]) = (days.Length, days.LastOrDefault());
            spend[i] = x[i] == 0 ? 0 : Math.Exp(3.3 + 0.6 * chance.Normal());
        }
        return PurchaseHistories.Of(x, recency, age, spend);
    }

    /// <summary>Purchases in the order of their days, as a log of sales has them, over and over the same customers until there are so many.</summary>
    public static (int[] Customer, int[] Day, double[] Amount) Log(int customers, int purchases)
    {
        var (who, when, amounts, rows) = (new int[purchases], new int[purchases], new double[purchases], Draws.Seeded(2).Of(0));
        for (var i = 0; i < purchases; i++) (who[i], when[i], amounts[i]) = (rows.Below(customers), (int)((long)i * 1000 / purchases), 10 + 50 * rows.Uniform());
        return (who, when, amounts);
    }

    static int[] Purchases(ref DrawStream chance, out int age)
    {
        var days = Days - chance.Below(BirthDays);
        age = days;
        return [.. world.Future(ref chance, default, days / PurchaseHistory.DaysPerWeek).Select(week => Math.Min(days, (int)Math.Ceiling(PurchaseHistory.DaysPerWeek * week))).Distinct()];
    }
}
