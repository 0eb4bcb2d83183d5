using Regard.Customers;
using Regard.Demo;
using Regard.Loyalty;
using Regard.Statistics;
using Regard.Storage;
namespace Regard.Tests.Demo;

/// <summary>What is written down of the demo's customers is found again by asking, as anybody would who looks at its pages.</summary>
public class DemoTruthFoundTests(Demos demos)
{
    [Theory, EachDatabase]
    public async Task What_was_planted_is_found_from_the_outside(Engine on)
    {
        var (t, demo) = await demos.Large(on);

        // Buying again rises with satisfaction and with how hard it is to change; what is not asked is named.
        var repurchase = (await t.Do(new ShowRepurchase())).Model!;
        Assert.Null(repurchase.Refusal);
        Assert.True(repurchase.Rows.Single(r => r.Feature == "satisfaction").Lower > 1);
        Assert.True(repurchase.Rows.Single(r => r.Feature == "switching").Lower > 1);
        Assert.True(repurchase.Rows.Single(r => r.Feature == "price") is { Lower: < 1, Upper: > 1 });
        Assert.Equal(["habit"], repurchase.Unknown);
        var kept = (await t.Do(new ShowWorth())).Worth!.Kept;
        Assert.True(kept.Points[^1].Lower > kept.Points[0].Upper);

        // Who tells a problem: the odds as written down, within 3.3 standard errors.
        var who = (await t.Do(new ShowPropensity())).Found!;
        Near(DemoAside.SeverityOdds, who.Model.Rows.Single(r => r.Feature == Propensity.Severity));
        Near(DemoAside.YoungOdds, who.Model.Rows.Single(r => r.Level == DemoAside.Young));
        Assert.True(who.Model.Auc!.Lower > 0.5);
        var hidden = (await t.Do(new ShowHidden())).Rows[0];
        Assert.True(hidden.PerTold.Lower < hidden.ByModel!.Upper && hidden.ByModel.Lower < hidden.PerTold.Upper);
        Assert.InRange(hidden.ByModel.Value, 2, 6);

        // What winning costs is what the ledger was written from.
        var pay = await t.Do(new ShowPay());
        var yuan = 100 * DemoCustomerModel.AcquisitionYuan;
        Assert.InRange(pay.PerWon.Value!.Value, 0.95 * yuan, 1.05 * yuan);
        Assert.True(pay.Ratio.Lower > 1);

        // Market share follows the index by a quarter; nothing of it is called caused.
        var lag = await t.Do(new ShowLag());
        var next = lag.ByShare.Single(p => p.Lag == 1);
        Assert.True(next.Units == 25 && next.Correlation.Lower > 0, $"{next.Correlation.Lower} to {next.Correlation.Upper}");

        // Share of wallet rises from wave to wave.
        var wallet = await t.Do(new ShowWallet());
        Assert.True(WelchTest.Of(wallet.Periods[DemoCompany.Waves - 1].Share, wallet.Periods[0].Share).Difference is var rise
            && rise.Lower < (DemoCompany.Waves - 1) * DemoAside.ShareByWave / 100 + 0.02 && rise.Lower > 0);

        // Suppliers stand apart, and referrals came of invitations.
        Assert.Equal(7, (await t.Do(new FindCustomers(new() { Suppliers = true }))).Count);
        var referrals = await t.Do(new ListReferrals());
        Assert.True(referrals.Invited is > 10 and <= 40 && referrals.Leads is > 5 and <= 14 && referrals.Bought > 0 && referrals.ToInvite > 0);
    }

    static void Near(double oddsRatio, OddsRow found)
    {
        var error = Math.Log(found.Upper / found.Lower) / (2 * 1.959964);
        Assert.InRange(Math.Log(oddsRatio), Math.Log(found.OddsRatio) - 3.3 * error, Math.Log(found.OddsRatio) + 3.3 * error);
    }
}
