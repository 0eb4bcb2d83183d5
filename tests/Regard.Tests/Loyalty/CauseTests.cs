using Regard.Customers;
using Regard.Loyalty;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Customers;
namespace Regard.Tests.Loyalty;

/// <summary>Who tells a problem, and what leads to buying again: planted effects are found again.</summary>
public class CauseTests
{
    static async Task<GivenAnswers> Given(TestOffice t, params IReadOnlyList<Item> beside)
    {
        var given = await GivenBase.In(t);
        await t.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 365 }), given.Company.Executive);
        await given.Write(s => Currency.Settle(s, "CNY"));
        await given.Customer(1, "", "2031-01-01 10.00");
        return await GivenAnswers.In(given, beside);
    }

    /// <summary>Within 3.3 standard errors of the log odds, which chance leaves once in a thousand times.</summary>
    static void Near(double oddsRatio, OddsRow found)
    {
        var error = Math.Log(found.Upper / found.Lower) / (2 * 1.959964);
        Assert.InRange(Math.Log(oddsRatio), Math.Log(found.OddsRatio) - 3.3 * error, Math.Log(found.OddsRatio) + 3.3 * error);
    }

    static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    [Theory, EachDatabase]
    public async Task Who_tells_a_problem_is_found_and_used_for_how_many_are_unhappy(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t, GivenAnswers.Rating("grave", Trait.Severity), GivenAnswers.Choice("age", "young", "old") with { Tells = Trait.Circumstances }, new NumberItem { Key = "paid", Title = GivenAnswers.Same("paid"), Tells = Trait.Price });
        var chance = Draws.Seeded(4).Of(1);
        var (told, expected) = (0, 0.0);
        var rows = Enumerable.Range(0, 1200).Select(i =>
        {
            var (grave, young, paid) = (i % 11, i % 3 == 0, 100 * Math.Pow(2, i % 5) - 1);
            // Ten points of gravity: odds times 1.5; the young: times 2; twice the price: times 1.3.
            var p = Chance(-4 + Math.Log(1.5) * grave + (young ? Math.Log(2) : 0) + Math.Log(1.3) * (Math.Log2(100) + i % 5 - 6));
            var says = chance.Uniform() < p;
            (told, expected) = (told + (says ? 1 : 0), expected + p);
            return (Id<Customer>.New(t.Clock.Now.AddMilliseconds(i)), 1 + i % 4, new byte[] { 5, (byte)grave }, new DateOnly(2031, 2, 1), (string?)$$"""{"had_problem":"yes","told_us":"{{(says ? "yes" : "no")}}","age":"{{(young ? "young" : "old")}}","paid":{{paid}}}""");
        }).ToList();
        await g.Answered(rows);
        await g.Base.WorkOut();
        var found = (await t.Do(new ShowPropensity(), g.Base.Company.Executive)).Found!;
        Assert.Equal((null, 1200L, (long)told), (found.Model.Refusal, found.Model.N, found.Model.Yes));
        Near(1.5, found.Model.Rows.Single(r => r.Feature == Propensity.Severity));
        Near(2, found.Model.Rows.Single(r => r is { Feature: "age", Level: "young" }));
        Near(1.3, found.Model.Rows.Single(r => r.Feature == Propensity.Price));
        Assert.True(found.Model.Auc!.Lower > 0.6);
        // Nobody answered by name, so segments are not known.
        Assert.Equal([Propensity.Segment], found.Model.Unknown);
        Assert.InRange(1200 / expected, found.PerTold!.Lower, found.PerTold.Upper);
        var hidden = (await t.Do(new ShowHidden(g.Base.Company.North), g.Base.Company.RegionalManager)).Rows;
        Assert.Equal(600, hidden[0].ModelN);
        Assert.True(hidden[0].ByModel!.Lower < 1200 / expected && 1200 / expected < hidden[0].ByModel!.Upper);
    }

    [Theory, EachDatabase]
    public async Task Without_the_two_questions_or_with_few_answers_the_page_says_so(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        await g.Base.WorkOut();
        Assert.Null((await t.Do(new ShowPropensity(), g.Base.Company.Executive)).Found);
        Assert.Null((await t.Do(new ShowRepurchase(), g.Base.Company.Executive)).Model);
        Assert.Null((await t.Do(new ShowWallet(), g.Base.Company.Executive)).All);
        await g.Answer(Enumerable.Range(0, 20).Select(i => (Id<Customer>.New(t.Clock.Now.AddMilliseconds(i)), 1, 5, new DateOnly(2031, 2, 1), (string?)"""{"had_problem":"yes","told_us":"no"}""")));
        await g.Base.WorkOut();
        var found = (await t.Do(new ShowPropensity(), g.Base.Company.Executive)).Found!;
        Assert.Equal(OddsRefusal.TooFewRows, found.Model.Refusal);
        Assert.Null(found.PerTold);
    }

    [Theory, EachDatabase]
    public async Task What_leads_to_buying_again_is_found_as_planted_and_what_is_not_asked_is_named(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t, GivenAnswers.Rating("hard", Trait.SwitchingCost), GivenAnswers.Rating("fair", Trait.PricePerception));
        var chance = Draws.Seeded(8).Of(2);
        var all = Enumerable.Range(0, 900).Select(i => (Overall: i % 11, Hard: i / 11 % 11, Fair: (int)Math.Floor(11 * chance.Uniform()), Before: 1 + i % 3)).ToList();
        // Ten points of satisfaction: odds times 1.3; of switching cost: times 1.2; of price: none; twice the purchases: times 1.5.
        var keys = await g.Base.Customers([.. all.Select((a, i) => (1 + i % 4, "", (IReadOnlyList<(DateOnly, long)>)[.. Enumerable.Range(0, a.Before).Select(m => (new DateOnly(2029, 6 + m, 1), 100L)),
            .. chance.Uniform() < Chance(-2.6 + Math.Log(1.3) * a.Overall + Math.Log(1.2) * a.Hard + Math.Log(1.5) * Math.Log2(1 + a.Before)) ? [(new DateOnly(2030, 5, 1), 100L)] : Array.Empty<(DateOnly, long)>()]))]);
        await g.Answered(keys.Select((k, i) => (k, 1 + i % 4, new[] { (byte)all[i].Overall, (byte)all[i].Hard, (byte)all[i].Fair }, new DateOnly(2030, 1, 15), (string?)null)));
        await g.Base.WorkOut();
        var model = (await t.Do(new ShowRepurchase(), g.Base.Company.Executive)).Model!;
        Assert.Equal((null, 900L), (model.Refusal, model.N));
        Near(1.3, model.Rows.Single(r => r.Feature == "satisfaction"));
        Near(1.2, model.Rows.Single(r => r.Feature == "switching"));
        Near(1, model.Rows.Single(r => r.Feature == "price"));
        Near(1.5, model.Rows.Single(r => r.Feature == Repurchase.Frequency));
        Assert.Equal(["image", "habit"], model.Unknown);
        Assert.True(model.Auc!.Lower > 0.6 && model.Explained > 0.05);
        // A store has its own model, of its own customers.
        Assert.Equal(225, (await t.Do(new ShowRepurchase(g.Base.Company.Store(1)), g.Base.Company.StoreManager)).Model!.N);
    }

    [Theory, EachDatabase]
    public async Task Share_of_wallet_and_first_choice_are_told_by_wave_segment_and_grade_and_on_the_customers_page(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t, new NumberItem { Key = "share", Title = GivenAnswers.Same("share"), Min = 0, Max = 100, Tells = Trait.ShareOfWallet }, GivenAnswers.YesNo("first") with { Tells = Trait.FirstChoice });
        var keys = await g.Base.Customers([.. Enumerable.Range(0, 40).Select(i => (1, i < 20 ? "fleet" : "", (IReadOnlyList<(DateOnly, long)>)[(new DateOnly(2030, 6, 1), 100L * (i + 1))]))]);
        await g.Answered(keys.Select((k, i) => (k, 1, new byte[] { 5 }, new DateOnly(2030, 1, 15), (string?)$$"""{"share":{{(i < 20 ? 80 : 40) + i % 2 * 10}},"first":"{{(i < 30 ? "yes" : "no")}}"}""")));
        // A file says later of the first ten that they went down.
        await g.Base.Write(async s => { foreach (var (i, k) in keys.Index()) await s.Write("update customers set external_id = @id where customer_id = @k", new { id = $"K{i}", k }); });
        var report = (await t.Do(new Regard.Customers.Intake.ImportWallets(GivenCustomers.Csv("customer,said_on,share,first_choice,source\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"K{i},2031-02-01,20,no,call\n"))), "w.csv"), g.Base.Company.Executive)).Report;
        Assert.Equal(10, report.Taken);
        Assert.True((await t.Do(new Regard.Customers.Intake.ImportWallets(GivenCustomers.Csv("customer,said_on,share\nK1,2031-02-02,120\n"), "w.csv"), g.Base.Company.Executive)).Report.TurnedAway == 1);
        await g.Base.WorkOut();
        var view = await t.Do(new ShowWallet(), g.Base.Company.Executive);
        Assert.Equal(["Spring", "2031-Q1"], view.Periods.Select(p => p.Name));
        Assert.Equal(0.65, view.Periods[0].Share.Value!.Value, 9);
        Assert.Equal((0.2, 10L), (Math.Round(view.Periods[1].Share.Value!.Value, 9), view.Periods[1].Share.N));
        Assert.Equal(0.525, view.Segments.Single(s => s.Name == "fleet").Share.Value!.Value, 9);
        Assert.Equal((20.0 / 40, 40L), (view.All!.First.Value!.Value, view.All.First.N));
        Assert.True(view.All.First.Lower < 0.5 && 0.5 < view.All.First.Upper);
        // Nine customers have no grade of their own to show: fewer than ten are withheld.
        Assert.All(view.Grades, r => Assert.Equal(r.Share.N < 10, r.Share.Withheld));
        var one = (await t.Do(new ShowCustomer(keys[3]), g.Base.Company.StoreManager)).Wallet!;
        Assert.Equal(new WalletSaid(new(2031, 2, 1), 0.2, false, "call"), one);
        Assert.Equal(new WalletSaid(new(2030, 1, 15), 0.5, false, "Spring"), (await t.Do(new ShowCustomer(keys[35]), g.Base.Company.StoreManager)).Wallet!);
    }
}
