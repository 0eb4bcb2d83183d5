using Regard.Demo;
using Regard.Storage;
using Regard.Tests.Customers;
namespace Regard.Tests.Demo;

/// <summary>The demo's customers do what is written down of them.</summary>
public class DemoCustomersTests(Demos demos)
{
    [Theory, EachDatabase]
    public async Task Customers_come_and_go_as_their_truth_says(Engine on)
    {
        var (t, demo) = await demos.Small(on);
        var all = demo.Buying.All;
        Assert.Equal(1500, all.Count);
        Assert.Equal([all.Sum(c => c.Purchases).ToString(System.Globalization.CultureInfo.InvariantCulture)], await Rows(t, "select cast(count(*) as text) from events where kind in ('Purchase', 'WorkOrder')"));
        // The rates are drawn from the written gamma; the mean of 1,275 private ones is within five standard errors.
        var rates = all.Where(c => c.Segment == DemoCustomerModel.Private).Select(c => c.Rate).ToList();
        Assert.InRange(rates.Average(), DemoCustomerModel.Private.MeanWeeklyRate * (1 - 5 / Math.Sqrt(1.2 * rates.Count)), DemoCustomerModel.Private.MeanWeeklyRate * (1 + 5 / Math.Sqrt(1.2 * rates.Count)));
        // Whoever complained leaves more often, unless the company made good.
        var left = all.Where(c => c.Complained).ToLookup(c => c.Recovered, c => c.GoneOn is not null);
        Assert.True(left[false].Average(gone => gone ? 1 : 0) > left[true].Average(gone => gone ? 1 : 0));
        // Some of those who buy have answered by name.
        Assert.True(int.Parse((await Rows(t, "select cast(count(distinct r.customer_id) as text) from responses r join events e on e.customer_id = r.customer_id")).Single(), System.Globalization.CultureInfo.InvariantCulture) > 300);
        Assert.Equal(["CNY"], await Rows(t, "select value from settings where name = 'currency'"));
    }

    static Task<IReadOnlyList<string>> Rows(TestOffice t, string sql) => GivenCustomers.Look(t, sql);
}
