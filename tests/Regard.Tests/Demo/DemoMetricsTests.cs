using Regard.Demo;
using Regard.Metrics;
using Regard.Storage;
namespace Regard.Tests.Demo;

/// <summary>What was planted in the demo's measured series is found again from the outside.</summary>
public class DemoMetricsTests(Demos demos)
{
    [Theory, EachDatabase]
    public async Task The_planted_relations_are_found_with_their_sign_and_their_lag(Engine on)
    {
        var (t, demo) = await demos.Large(on);

        // Cash follows the index by half a year.
        var cockpit = await t.Do(new ShowCockpit());
        Assert.Equal((DemoMetrics.Staff, DemoMetrics.Cash), (cockpit.Staff.Series!.Code, cockpit.Cash.Series!.Code));
        Assert.Equal(DemoCompany.Waves, cockpit.Customers.Points.Count);
        var cash = cockpit.Links.Single(l => l.Step == ChainStep.CustomersToCash).Lags;
        Assert.True(cash[DemoMetrics.CashLag].Within.Lower > 0, $"{cash[DemoMetrics.CashLag].Within.Lower}");
        // What lasts at a store says nothing of the lag; changes do, where both sides are measured closely enough.
        var lags = cockpit.Links.Single(l => l.Step == ChainStep.StaffToCash).Lags;
        Assert.Equal(DemoMetrics.CashLag, lags.MaxBy(g => g.Changes.Value)!.Lag);
        Assert.True(lags[DemoMetrics.CashLag].Changes.Lower > lags[0].Changes.Value, string.Join(", ", lags.Select(g => $"{g.Changes.Lower:0.00} {g.Changes.Value:0.00}")));
        Assert.All(cash, g => Assert.True(g.Between.Lower > 0 && g.Units == demo.Stores.Count));
        // What a point more is worth: per cent of the usual cash, within the interval but for what the noise of the index takes off.
        Assert.InRange(cash[DemoMetrics.CashLag].Slope.Upper!.Value, 0.75 * DemoMetrics.CashPerPoint / 100 * DemoMetrics.CashYuan, 1.5 * DemoMetrics.CashPerPoint / 100 * DemoMetrics.CashYuan);
        Assert.True(cockpit.Links.Single(l => l.Step == ChainStep.StaffToCustomers).Lags[0].Between.Lower > 0);

        // Queues against how prompt customers feel the service to be; turnover against satisfaction.
        var speed = await t.Do(new ShowScatter(DemoMetrics.Queue, "dimension:RES"));
        Assert.Equal(demo.Stores.Count, speed.Points.Count);
        Assert.True(speed.Correlation.Upper < -0.5);
        Assert.Equal(speed.Correlation, speed.Drivers.Single(d => d.Series.Code == DemoMetrics.Queue).Correlation);
        Assert.DoesNotContain(speed.Drivers, d => d.Series.Code == DemoMetrics.Prices);
        // On the drivers' page too: stores with long queues are the ones that customers are less satisfied with; a store's own ups and downs are too small to tell.
        var beside = await t.Do(new ShowMeasuredDrivers(demo.WaveIds[^1]));
        Assert.Equal((DemoCompany.Waves, demo.Stores.Count), (beside.Waves, beside.Rows.Single(r => r.Series.Code == DemoMetrics.Queue).Link.Units));
        Assert.True(beside.Rows.Single(r => r.Series.Code == DemoMetrics.Queue).Between.Upper < 0);
        Assert.DoesNotContain(beside.Rows, r => r.Series.Kind != SeriesKind.Operational);
        Assert.True((await t.Do(new ShowScatter(DemoMetrics.Turnover, "index"))).Correlation.Upper < 0);
        Assert.Equal(DemoMetrics.Queue, (await t.Do(new ShowScatter())).Series!.Code);

        // Every fifth store has trouble with its repairs.
        var rework = await t.Do(new ShowRework());
        Assert.Equal(30, rework.Days);
        double truth = demo.Stores.Index().Average(st => DemoMetrics.ReworkRate(st.Index));
        Assert.InRange(truth, rework.Own.Again.Lower!.Value - 0.02, rework.Own.Again.Upper!.Value + 0.02);
        Assert.Equal(1, rework.Own.Again.Value!.Value + rework.Own.FirstTime.Value!.Value, 9);
        Assert.True(rework.Own.Named < rework.Own.Orders);

        Assert.InRange(rework.Own.Costed / (double)rework.Own.Returns, DemoMetrics.CostGiven - 0.15, DemoMetrics.CostGiven + 0.15);
        Assert.InRange(rework.Own.Cost!.Value / rework.Own.Costed, 0.93 * DemoMetrics.ReturnCost, 1.07 * DemoMetrics.ReturnCost);

        // The manufacturer sees waiting worst of all against what customers say.
        var score = await t.Do(new ShowManufacturer());
        Assert.Equal(DemoMetrics.Items.Count, score.Items.Count);
        Assert.All(score.Items, i => Assert.True(i is { Newest: not null, Own: not null, Change: not null }));
        foreach (var (code, _, _, _, off) in DemoMetrics.Items)
            Assert.InRange(score.Items.Single(i => i.Series.Code == code) is var item ? item.Newest!.Value - item.Own!.Value : 0, off - 3, off + 3);
        Assert.Equal(score.Items.Select(i => i.Newest!.Value).Order(), score.Items.Select(i => i.Newest!.Value));

        // The natures have scores with intervals.
        var natures = await t.Do(new ShowNatures());
        Assert.All(natures.Rows[0].Natures, n => Assert.False(n.Score.Withheld, n.Nature.ToString()));
    }
}
