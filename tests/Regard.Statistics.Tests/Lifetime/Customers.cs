using System.Text.Json.Nodes;
namespace Regard.Statistics.Tests.Lifetime;

/// <summary>Customers from reference files, and made up by the models themselves.</summary>
static class Customers
{
    public static PurchaseHistories Read(string file, bool spend = false)
    {
        var table = Reference.Data(file);
        int[] Days(string column) => [.. table.Numbers(column).Select(v => (int)v)];
        return PurchaseHistories.Of(Days("x"), Days("t_x_days"), Days("T_days"), spend ? table.Numbers("m_x") : null);
    }

    public static JsonNode Cdnow => Reference.Results("cdnow_btyd.json");

    /// <summary>Customers of a BG/NBD world, born over the first third of the record; one purchase a day at most.</summary>
    public static PurchaseHistories Grow(BgNbd model, int customers, int days, long seed) => Grow(customers, days, seed, (ref DrawStream chance, double weeks, List<double> into) => model.Draw(ref chance, default, weeks, into));

    public static PurchaseHistories Grow(PurchaseModel model, int customers, int days, long seed) => Grow(customers, days, seed, (ref DrawStream chance, double weeks, List<double> into) => model.Draw(ref chance, default, weeks, into));

    delegate void Life(ref DrawStream chance, double weeks, List<double> purchases);

    static PurchaseHistories Grow(int customers, int days, long seed, Life live)
    {
        var (x, recency, age, purchases) = (new int[customers], new int[customers], new int[customers], new List<double>());
        for (var i = 0; i < customers; i++)
        {
            var chance = Draws.Seeded(seed).Of(i);
            age[i] = days - chance.Below(days / 3);
            purchases.Clear();
            live(ref chance, age[i] / 7.0, purchases);
            // The weeks are cut to days at the end of the day, so that a repeat never falls on the day of birth.
            foreach (var day in purchases.Select(w => Math.Min(age[i], (int)Math.Ceiling(7 * w))).Distinct())
            {
                x[i]++;
                recency[i] = day;
            }
        }
        return PurchaseHistories.Of(x, recency, age);
    }
}
