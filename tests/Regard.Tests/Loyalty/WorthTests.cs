using Regard.Cases;
using Regard.Customers;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Storage;
namespace Regard.Tests.Loyalty;

public class WorthTests
{
    // The test's day is 2031-05-01; customers answered on 2030-01-15.
    static async Task<GivenAnswers> Answers(TestOffice t)
    {
        var given = await GivenBase.In(t);
        await t.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 365 }), given.Company.Executive);
        await given.Write(s => Currency.Settle(s, "CNY"));
        return await GivenAnswers.In(given);
    }

    static List<(int Overall, long After)> Simulated(int n, Func<int, double> worth, double spread)
    {
        var chance = Draws.Seeded(7).Of(1);
        return [.. Enumerable.Range(0, n).Select(i => (Overall: i % 11, After: (long)Math.Max(1, worth(10 * (i % 11)) + spread * chance.Normal())))];
    }

    [Theory, EachDatabase]
    public async Task The_point_from_which_satisfaction_stops_to_pay_is_found_where_it_was_planted(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Answers(t);
        // 4.00 a point up to 60, then 0.40; half of it is profit, and a point costs 0.80.
        await given.Customers(Simulated(1100, x => 50_000 + 400 * Math.Min(x, 60) + 40 * Math.Max(0, x - 60), 3_000));
        await t.Do(new AddCost(new(given.Base.Company.Group, CostKind.Satisfaction, new(2030, 1, 1), new(2030, 12, 31), 80 * 5 * 1000, "training", 5, 1000)), given.Base.Company.Executive);
        await given.Base.WorkOut();
        var worth = (await t.Do(new ShowWorth(), given.Base.Company.Executive)).Worth!;
        Assert.Equal(80, worth.CostPerPoint!.Value, 6);
        Assert.Equal(0.5, worth.Margin!.Value, 3);
        Assert.Equal((OptimumReason.None, 1100), (worth.Worth.Reason, worth.Worth.Customers));
        Assert.InRange(worth.Worth.Optimum!.Value, 50, 70);
        Assert.True(worth.Worth.Lower <= 60 && 60 <= worth.Worth.Upper && worth.Worth.Upper < 100);
    }

    [Theory, EachDatabase]
    public async Task Flat_data_give_no_optimum_and_say_why(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Answers(t);
        await given.Customers(Simulated(600, _ => 50_000, 10_000));
        await given.Base.WorkOut();
        var worth = (await t.Do(new ShowWorth(), given.Base.Company.Executive)).Worth!;
        Assert.Equal((NoCurve.None, null), (worth.Worth.NoCurve, worth.Worth.Optimum));
        Assert.NotEqual(OptimumReason.None, worth.Worth.Reason);
        // All bought again.
        Assert.Equal(NoCurve.NothingVaries, worth.Kept.NoCurve);
    }

    [Theory, EachDatabase]
    public async Task Too_few_answers_give_no_curve(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Answers(t);
        await given.Customers(Simulated(WorthCurve.FewestCustomers - 1, x => 50_000 + 100 * x, 100));
        await given.Base.WorkOut();
        Assert.Equal(NoCurve.TooFewCustomers, (await t.Do(new ShowWorth(), given.Base.Company.Executive)).Worth!.Worth.NoCurve);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowWorth(given.Base.Company.Store(3)), given.Base.Company.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task Retention_rises_with_satisfaction_where_the_dissatisfied_do_not_come_back(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Answers(t);
        await given.Customers([.. Enumerable.Range(0, 550).Select(i => (i % 11, i % 11 >= 5 || i % 10 == 0 ? 10_000L : 0L))]);
        await given.Base.WorkOut();
        var kept = (await t.Do(new ShowWorth(), given.Base.Company.Executive)).Worth!.Kept;
        Assert.Equal(550, kept.Customers);
        Assert.True(kept.Points[0].Y < 0.3 && kept.Points[^1].Y > 0.9);
    }

    [Theory, EachDatabase]
    public async Task Dissatisfied_customers_who_have_not_bought_since_are_listed_with_the_most_at_stake_first(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Answers(t);
        var small = await given.Base.Customer(1, "", "2031-01-01 10.00");
        var dear = await given.Base.Customer(1, "", "2030-10-01 900.00", "2030-11-01 900.00", "2030-12-01 900.00", "2031-01-01 900.00");
        var back = await given.Base.Customer(1, "", "2031-01-01 900.00", "2031-03-01 900.00");
        var content = await given.Base.Customer(1, "", "2030-10-01 900.00", "2030-11-01 900.00", "2031-01-01 900.00");
        var south = await given.Base.Customer(3, "", "2030-10-01 90.00", "2030-11-01 90.00", "2030-12-01 90.00");
        var day = new DateOnly(2031, 1, 10);
        await given.Answer([(small, 1, 2, day, null), (dear, 1, 4, day, null), (back, 1, 1, day, null), (content, 1, 9, day, null), (south, 3, 0, day, null)]);
        await given.Base.WorkOut();
        var silent = await t.Do(new ListSilent(), given.Base.Company.Executive);
        // Small has bought once: 365 days have not passed yet.
        Assert.Equal([dear, south], silent.Rows.Select(r => r.CustomerId));
        Assert.Equal((111, 31), (silent.Rows[0].Days, silent.Rows[0].Patience));
        Assert.Equal(dear, Assert.Single((await t.Do(new ListSilent(), given.Base.Company.StoreManager)).Rows).CustomerId);
        t.Clock.Now = t.Clock.Now.AddYears(1);
        await given.Base.WorkOut();
        Assert.Contains(small, (await t.Do(new ListSilent(Page: ListSilent.AllPages), given.Base.Company.Executive)).Rows.Select(r => r.CustomerId));
    }

    [Theory, EachDatabase]
    public async Task The_survey_is_held_against_the_register_of_complaints_customer_by_customer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Answers(t);
        // Of 60 customers asked, 30 say that they had a problem; 12 of those and 4 of the others stand in the register of the year before.
        var keys = await given.Base.Customers([.. Enumerable.Range(0, 60).Select(_ => (1, "", (IReadOnlyList<(DateOnly, long)>)[(new(2031, 1, 1), 1000)]))]);
        async Task Complains(int i, string at, bool spam = false)
        {
            t.Clock.Now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
            var number = (await t.Do(new HearCase { UnitId = given.Base.Company.Store(1), Words = "x", CustomerId = keys[i] }, given.Base.Company.FrontLine)).Number;
            if (spam) await t.Do(new CloseCase(number, CloseReason.Spam, "x"), given.Base.Company.FrontLine);
        }
        for (var i = 0; i < 12; i++) await Complains(i, "2030-11-05T03:00:00Z");
        for (var i = 30; i < 34; i++) await Complains(i, "2030-11-05T03:00:00Z");
        await Complains(20, "2029-12-03T03:00:00Z");
        await Complains(21, "2031-03-05T03:00:00Z");
        await Complains(22, "2030-11-05T03:00:00Z", spam: true);
        t.Clock.Now = DateTimeOffset.Parse("2031-05-01T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        await given.Answer(keys.Select((k, i) => (k, 1, 5, new DateOnly(2031, 2, 1), (string?)$$"""{"had_problem":"{{(i < 30 ? "yes" : "no")}}","told_us":"no"}""")));
        await given.Base.WorkOut();
        var region = (await t.Do(new ShowHidden(given.Base.Company.North), given.Base.Company.RegionalManager)).Rows[0];
        Assert.Equal((12, 18, 4), (region.Register!.Both, region.Register.FirstOnly, region.Register.SecondOnly));
        Assert.Equal(31.0 * 17 / 13 - 1, region.Register.Total.Value!.Value, 9);
        Assert.Null((await t.Do(new ShowHidden(given.Base.Company.Store(2)), given.Base.Company.RegionalManager)).Rows[0].Register);
    }

    [Theory, EachDatabase]
    public async Task For_each_who_told_us_so_many_are_unhappy_by_survey_and_by_two_lists(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Answers(t);
        await given.Base.Customer(1, "", "2031-01-01 10.00");
        // Of 200 asked in store 1, 60 had a problem, and 12 of them told.
        static string Said(int i) => i < 60 ? $$"""{"had_problem":"yes","told_us":"{{(i < 12 ? "yes" : "no")}}"}""" : """{"had_problem":"no"}""";
        await given.Answer(Enumerable.Range(0, 200).Select(i => (Id<Customer>.New(t.Clock.Now.AddMilliseconds(i)), 1, 5, new DateOnly(2031, 2, 1), (string?)Said(i))));
        await given.Answer(Enumerable.Range(0, 50).Select(i => (Id<Customer>.New(t.Clock.Now.AddMilliseconds(i)), 1, 5, new DateOnly(2029, 2, 1), (string?)Said(0))));
        await given.Base.WorkOut();
        var region = (await t.Do(new ShowHidden(given.Base.Company.North), given.Base.Company.RegionalManager)).Rows;
        Assert.Equal(new ProblemCount(200, 60, 12), region[0].Survey);
        Assert.Equal(5, region[0].PerTold.Value!.Value, 9);
        Assert.Equal(1 / Wilson.Share(12, 60).Upper!.Value, region[0].PerTold.Lower!.Value, 9);
        Assert.Null(region.Single(r => r.Unit.Code == "N2").Survey);

        await t.Do(new AddProblemList(new(given.Base.Company.North, new(2031, 1, 1), new(2031, 3, 31), 12, 48, 28, "by hand")), given.Base.Company.Executive);
        var lists = Assert.Single((await t.Do(new ShowHidden(given.Base.Company.North), given.Base.Company.RegionalManager)).Rows[0].Lists);
        Assert.Equal(61.0 * 41 / 13 - 1, lists.Total.Value!.Value, 6);
        Assert.Equal((61.0 * 41 / 13 - 1) / 40, lists.PerComplaint.Value!.Value, 6);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddProblemList(new(given.Base.Company.North, new(2031, 1, 1), new(2031, 3, 31), 0, 0, 5, null)), given.Base.Company.Executive));
    }

    [Theory, EachDatabase]
    public async Task Market_shares_are_noted_by_hand_and_by_file_and_a_later_figure_replaces_the_earlier(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Answers(t);
        await t.Do(new AddMarketShare(new(given.Base.Company.North, new(2030, 1, 1), new(2030, 3, 31), 0.12, "Registrations")), given.Base.Company.Executive);
        var csv = new MemoryStream("unit,from,until,share,source\nN,2030-01-01,2030-03-31,13.5,Registrations\nN,2030-04-01,2030-06-30,14 %,Registrations\n"u8.ToArray());
        Assert.Equal(2, await t.Do(new BringMarketShares(csv, "shares.csv"), given.Base.Company.Analyst));
        var lag = await t.Do(new ShowLag(given.Base.Company.North), given.Base.Company.RegionalManager);
        Assert.Equal([0.14, 0.135], lag.Shares.Select(s => s.Share));
        Assert.All(lag.ByRetention.Concat(lag.ByShare), p => Assert.True(p.Correlation.Withheld));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddMarketShare(new(given.Base.Company.North, new(2030, 1, 1), new(2030, 3, 31), 1.2, "x")), given.Base.Company.Executive));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AddMarketShare(new(given.Base.Company.North, new(2030, 1, 1), new(2030, 3, 31), 0.2, "x")), given.Base.Company.RegionalManager));
        await t.Do(new RemoveMarketShare(given.Base.Company.North, new(2030, 1, 1), new(2030, 3, 31), "Registrations"), given.Base.Company.Executive);
        Assert.Single((await t.Do(new ShowLag(given.Base.Company.North), given.Base.Company.RegionalManager)).Shares);
    }

    [Theory]
    [InlineData(30, 0.6), InlineData(6, 0.6), InlineData(30, 0)]
    public void Correlation_within_units_is_told_with_its_interval_and_not_what_units_have_in_common(int units, double strength)
    {
        var (held, samples) = (0, 60);
        for (var i = 0; i < samples; i++)
        {
            var chance = Draws.Seeded(11).Of(i);
            double[] shocks = [.. Enumerable.Range(0, 8).Select(_ => units >= LagCorrelation.UnitsToResample ? 3 * chance.Normal() : 0)];
            var pairs = new List<(int, int, double, double)>();
            for (var u = 0; u < units; u++)
            {
                // Good units are good in both: that is no association within units.
                var level = 10 * chance.Normal();
                for (var time = 0; time < shocks.Length; time++)
                {
                    var x = chance.Normal();
                    pairs.Add((u, time, level + shocks[time] + x, level + shocks[time] + strength * x + Math.Sqrt(1 - strength * strength) * chance.Normal()));
                }
            }
            var found = LagCorrelation.Of(pairs);
            if (found.Lower <= strength && strength <= found.Upper) held++;
        }
        Assert.InRange(held, 0.85 * samples, samples);
    }
}
