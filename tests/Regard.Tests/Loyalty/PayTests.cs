using System.Text;
using Regard.Customers;
using Regard.Loyalty;
using Regard.Statistics;
using Regard.Storage;
namespace Regard.Tests.Loyalty;

public class PayTests
{
    // The test's day is 2031-05-01.
    static async Task<GivenBase> Base(TestOffice t, bool currency = true)
    {
        var given = await GivenBase.In(t);
        await t.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 180 }), given.Company.Executive);
        if (currency) await given.Write(s => Currency.Settle(s, "CNY"));
        return given;
    }

    /// <summary>Ten customers of store 1 won in each quarter from 2030-Q1 to 2031-Q1, who stay.</summary>
    static async Task Growing(GivenBase given)
    {
        var all = new List<(int, string, IReadOnlyList<(DateOnly, long)>)>();
        for (var q = 0; q < 5; q++)
            for (var i = 0; i < 10; i++)
                all.Add((1, "", [.. Enumerable.Range(0, 20).Select(m => new DateOnly(2030, 1, 10).AddMonths(3 * q + m)).Where(d => d <= new DateOnly(2031, 4, 30)).Select(d => (d, 10_000L + i))]));
        await given.Customers(all);
        await given.WorkOut();
    }

    static AddCost Spent(Id<Regard.Organisation.Unit> unit, CostKind kind, string from, string until, long amount, string? words = null) => new(new(unit, kind, DateOnly.Parse(from), DateOnly.Parse(until), amount, words));

    [Theory, EachDatabase]
    public async Task Without_an_own_ledger_no_ratio_is_shown_and_never_a_default(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        await Growing(given);
        var pay = await t.Do(new ShowPay(), given.Company.Executive);
        Assert.True(pay.Ratio.Withheld && pay.PerWon.Withheld && pay.PerKept.Withheld && pay.PerReturned.Withheld);
        Assert.All(pay.Paybacks, p => Assert.True(p.Quarters.Withheld));
        await t.Do(Spent(given.Company.Group, CostKind.Acquisition, "2030-01-01", "2031-03-31", 1_000_000), given.Company.Executive);
        pay = await t.Do(new ShowPay(), given.Company.Executive);
        Assert.False(pay.PerWon.Withheld);
        Assert.True(pay.Ratio.Withheld);
    }

    [Theory, EachDatabase]
    public async Task Own_costs_give_what_one_won_costs_against_one_kept_with_an_interval(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        await Growing(given);
        // 365 + 90 days: 100.00 a day to win, 10.00 a day to keep.
        await t.Do(Spent(given.Company.Group, CostKind.Acquisition, "2030-01-01", "2031-03-31", 455 * 10_000), given.Company.Executive);
        await t.Do(Spent(given.Company.Group, CostKind.Retention, "2030-04-01", "2031-03-31", 365 * 1_000), given.Company.Executive);
        var pay = await t.Do(new ShowPay(), given.Company.Executive);
        Assert.Equal(455 * 10_000 / 50.0, pay.PerWon.Value!.Value, 6);
        // Who could be lost at the beginnings of 2030-Q2 to 2031-Q1: 10, 20, 30, 40.
        Assert.Equal(365 * 1_000 / 100.0, pay.PerKept.Value!.Value, 6);
        Assert.Equal(4, pay.QuartersWithBoth);
        Assert.Equal(365 * 10_000 / 40.0 / (365 * 1_000 / 100.0), pay.Ratio.Value!.Value, 6);
        Assert.True(pay.Ratio.Lower < pay.Ratio.Value && pay.Ratio.Value < pay.Ratio.Upper);
        Assert.Equal(4, pay.Ratio.N);
    }

    [Theory, EachDatabase]
    public async Task A_quarter_that_the_ledger_does_not_cover_at_all_units_is_left_out(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        await Growing(given);
        await t.Do(Spent(given.Company.Store(1), CostKind.Acquisition, "2030-01-01", "2030-12-31", 365), given.Company.Executive);
        await t.Do(Spent(given.Company.Group, CostKind.Acquisition, "2031-01-01", "2031-03-30", 100), given.Company.Executive);
        Assert.All((await t.Do(new ShowPay(), given.Company.Executive)).Quarters, q => Assert.Null(q.Spent[CostKind.Acquisition]));
        Assert.Equal(4, (await t.Do(new ShowPay(given.Company.Store(1)), given.Company.StoreManager)).Quarters.Count(q => q.Spent[CostKind.Acquisition] is not null));
    }

    [Theory, EachDatabase]
    public async Task A_file_of_costs_counts_once_and_is_refused_as_a_whole_with_its_lines(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        static Stream Csv(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
        const string Good = "unit,kind,from,until,amount,words\nN1,Acquisition,2030-01-01,2030-03-31,\"1,200.50\",fair\nN2,retention,2030/1/1,2030/3/31,300,\n";
        Assert.Equal(new Brought(2, 2), await t.Do(new BringCosts(Csv(Good), "costs.csv"), given.Company.Analyst));
        Assert.Equal(new Brought(2, 0), await t.Do(new BringCosts(Csv(Good), "costs.csv"), given.Company.Analyst));
        Assert.Equal(120_050, Assert.Single((await t.Do(new ShowPay(given.Company.Store(1)), given.Company.Executive)).Ledger).Amount);
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new BringCosts(Csv("unit,kind,from,until,amount\nN1,retention,2030-01-01,2030-03-31,5\nX9,fun,soon,2030-03-31,-1\n"), "bad.csv"), given.Company.Analyst));
        Assert.All(refused.Problems, p => Assert.StartsWith("Line 3:", p.Words.ToString()));
        Assert.Equal(4, refused.Problems.Count);
        Assert.Equal(2, (await t.Do(new ShowPay(), given.Company.Executive)).Ledger.Count);
    }

    [Theory, EachDatabase]
    public async Task A_line_of_the_ledger_is_written_once_and_struck_out_by_those_who_may(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t, currency: false);
        var line = Spent(given.Company.Store(1), CostKind.Retention, "2030-01-01", "2030-03-31", 500);
        await Assert.ThrowsAsync<Refused>(() => t.Do(line, given.Company.Executive));
        await given.Write(s => Currency.Settle(s, "CNY"));
        await t.Do(line, given.Company.Executive);
        await Assert.ThrowsAsync<Refused>(() => t.Do(line, given.Company.Executive));
        await Assert.ThrowsAsync<Refused>(() => t.Do(line, given.Company.StoreManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(Spent(given.Company.Store(1), CostKind.Retention, "2030-03-31", "2030-01-01", 0), given.Company.Executive));
        var id = Assert.Single((await t.Do(new ShowPay(), given.Company.Executive)).Ledger).Id;
        await t.Do(new RemoveCost(id), given.Company.Executive);
        Assert.Empty((await t.Do(new ShowPay(), given.Company.Executive)).Ledger);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new RemoveCost(id), given.Company.Executive));
        await t.Do(line, given.Company.Executive);
        Assert.Single((await t.Do(new ShowPay(), given.Company.Executive)).Ledger);
    }

    [Theory]
    [InlineData(4), InlineData(12)]
    public void Intervals_of_ratios_over_quarters_hold_what_they_promise(int quarters)
    {
        var (held, samples) = (0, 4000);
        for (var i = 0; i < samples; i++)
        {
            var chance = Draws.Seeded(20_311_101).Of(i);
            (double, double)[] Side(double cost, double count) => [.. Enumerable.Range(0, quarters).Select(_ => (cost * (1 + 0.3 * chance.Normal()), count * (1 + 0.15 * chance.Normal())))];
            var ratio = QuarterRatios.Of(Side(50_000, 100), Side(8_000, 800));
            if (ratio.Lower <= 50 && 50 <= ratio.Upper) held++;
        }
        Assert.InRange(held / (double)samples, 0.93, 0.975);
    }
}
