using Regard.Customers;
using Regard.Measures;
using Regard.Statistics;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Loyalty;
namespace Regard.Tests.Measures;

/// <summary>Customers who answered on 2030-01-15, told apart by what they had bought until then.</summary>
public class GroupTests
{
    static readonly DateOnly answered = new(2030, 1, 15);

    // Ratings in order: overall, REL1 expected, REL1 perceived, RES1 perceived.
    static async Task<GivenAnswers> Given(TestOffice t, SingleItem? participation = null)
    {
        var given = await GivenBase.In(t);
        await given.Write(s => Currency.Settle(s, "CNY"));
        Item[] asked = [GivenAnswers.Rating("expected", null, Part.Expected, "REL1"), GivenAnswers.Rating("perceived", null, Part.Perceived, "REL1"), GivenAnswers.Rating("quick", null, Part.Perceived, "RES1")];
        return await GivenAnswers.In(given, participation is null ? asked : [.. asked, participation]);
    }

    static (int, string, IReadOnlyList<(DateOnly, long)>) Buyer(int store, params (string Day, long Amount)[] purchases) => (store, "", [.. purchases.Select(p => (DateOnly.Parse(p.Day), p.Amount))]);

    [Theory, EachDatabase]
    public async Task Expectations_are_told_by_what_customers_spent_in_the_months_before(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        // 20 each spent 100, 300 and 900 within the year, the first 5,000 more before it; what is bought after the answer does not count.
        long[] spent = [100, 300, 900];
        var keys = await g.Base.Customers([.. Enumerable.Range(0, 60).Select(i => Buyer(1 + i % 2, ("2028-12-01", i % 3 == 0 ? 5000L : 1), ("2029-06-01", spent[i % 3]), ("2030-02-01", 9999)))]);
        await g.Answered(keys.Select((k, i) => (k, 1 + i % 2, new byte[] { 5, (byte)(4 + 2 * (i % 3) + i / 3 % 2), 5, 5 }, answered, (string?)null)));
        var view = await t.Do(new ShowGroups(g.Wave, Bands: 3), g.Base.Company.Analyst);
        Assert.Equal([100.0, 300], view.Cuts);
        var expected = view.Rows.Select(r => r.Figures.Single(f => f.Measure.Aspect == Aspect.Expected)).ToList();
        Assert.Equal([45.0, 65, 85], expected.Select(e => Math.Round(e.Figure.Value!.Value, 9)));
        Assert.All(expected, e => Assert.Equal(20, e.Figure.N));
        // Ten answers of 4 and ten of 5 have a standard error of 0.5 / sqrt(19).
        Assert.Equal(10 * 0.5 / Math.Sqrt(19), expected[0].Figure.StandardError!.Value, 9);
        Assert.Equal((20.0, true), (Math.Round(expected[1].Difference!.Value!.Value, 9), expected[1].IsSure));
        var gap = view.Rows[2].Figures.Single(f => f.Measure.Aspect == Aspect.Gap);
        Assert.Equal((-35.0, -40.0), (Math.Round(gap.Figure.Value!.Value, 9), Math.Round(gap.Difference!.Value!.Value, 9)));
        // Within three months nobody bought: one band is none.
        Assert.Empty((await t.Do(new ShowGroups(g.Wave, Months: 3), g.Base.Company.Analyst)).Rows);
        // Own cuts, over all months.
        var own = await t.Do(new ShowGroups(g.Wave, Months: 24, Cuts: [1000]), g.Base.Company.Analyst);
        Assert.Equal([40L, 20], own.Rows.Select(r => r.Figures[0].Figure.N!.Value));
    }

    [Theory, EachDatabase]
    public async Task A_small_band_is_withheld_and_another_with_it_where_it_could_be_taken_off(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        var keys = await g.Base.Customers([.. Enumerable.Range(0, 44).Select(i => Buyer(1, ("2029-06-01", i < 4 ? 100L : i < 19 ? 300 : 900)))]);
        await g.Answered(keys.Select((k, i) => (k, 1, new byte[] { 5, 5, 5, 5 }, answered, (string?)null)));
        var rows = (await t.Do(new ShowGroups(g.Wave, Cuts: [100, 300]), g.Base.Company.Analyst)).Rows;
        Assert.Equal([Withheld.TooFew, Withheld.Protecting, Withheld.No], rows.Select(r => r.Figures[0].Figure.Withheld));
        Assert.False(rows[2].Figures[0].Difference!.Given);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ShowGroups(g.Wave, Cuts: [300, 100]), g.Base.Company.Analyst));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ShowGroups(g.Wave, Months: 0), g.Base.Company.Analyst));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowGroups(g.Wave, g.Base.Company.Store(3)), g.Base.Company.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task What_participation_adds_is_told_beside_what_it_adds_with_the_drivers_held_equal(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t, GivenAnswers.Choice("part", "little", "some", "much") with { Tells = Trait.Participation });
        var chance = Draws.Seeded(5).Of(1);
        // A step of participation raises what is perceived by one, and satisfaction by half a point on top of half of that. Anonymous answers tell it, too.
        byte Rated(double x) => (byte)Math.Clamp(Math.Round(x), 0, 10);
        string[] levels = ["little", "some", "much"];
        await g.Answered(Enumerable.Range(0, 1500).Select(i =>
        {
            var (level, rel, res) = (i % 3, 4 + i % 3 + chance.Normal(), 4 + i % 3 + chance.Normal());
            var (a, b) = (Rated(rel), Rated(res));
            return (Id<Customer>.New(t.Clock.Now.AddMilliseconds(i)), 1 + i % 4, new byte[] { Rated(1 + 0.25 * a + 0.25 * b + 0.5 * level + 0.7 * chance.Normal()), 8, a, b }, answered, (string?)$$"""{"part":"{{levels[level]}}"}""");
        }));
        var view = await t.Do(new ShowGroups(g.Wave, By: Grouping.Participation), g.Base.Company.Executive);
        Assert.Equal("part", view.Asked!["en"]);
        var overall = view.Rows.Select(r => r.Figures[^1]).ToList();
        // In scores of 0 to 100: ten for the drivers' half and half a point of its own, a step.
        Assert.True(overall[2].Difference!.Lower < 20 && 20 < overall[2].Difference!.Upper && overall[2].IsSure);
        var effect = view.Effect!;
        Assert.Equal(1500, effect.N);
        // Within 3.3 standard errors, which chance leaves once in a thousand times.
        static void Near(double truth, Figure found) => Assert.InRange(truth, found.Value!.Value - 3.3 * found.StandardError!.Value, found.Value.Value + 3.3 * found.StandardError.Value);
        Near(5, effect.Groups[0]);
        Near(10, effect.Groups[1]);
        Assert.All(effect.Drivers, d => Near(0.25, d.With));
        Assert.All(effect.Drivers, d => Assert.True(d.Without.Value > d.With.Value));
        Assert.True(effect.ExplainedWith > effect.Explained);
    }

    [Theory, EachDatabase]
    public async Task Without_a_question_participation_is_how_much_happened_in_the_months_before(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        var keys = await g.Base.Customers([.. Enumerable.Range(0, 36).Select(i => Buyer(1, [("2028-01-01", 1), .. Enumerable.Range(0, i % 3).Select(m => ($"2029-0{m + 5}-01", 50L))]))]);
        await g.Answered(keys.Select((k, i) => (k, 1, new byte[] { (byte)(i % 3), 5, 5, 5 }, answered, (string?)null)));
        var view = await t.Do(new ShowGroups(g.Wave, By: Grouping.Participation), g.Base.Company.Executive);
        Assert.Equal(["low", "medium", "high"], view.Rows.Select(r => r.Group.Code));
        Assert.Equal([0.0, 10, 20], view.Rows.Select(r => r.Figures[^1].Figure.Value!.Value));
        Assert.Equal([12L, 12, 12], view.Rows.Select(r => r.Figures[^1].Figure.N!.Value));
        Assert.Null(view.Asked);
    }

    [Theory, EachDatabase]
    public async Task New_and_existing_customers_stand_apart_at_each_unit_and_small_groups_stay_hidden(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await Given(t);
        // Store 1: 20 new and 20 existing; store 3: 3 and 30; store 4: 12 and 15. A contact stands for the account.
        static int Store(int i) => i < 40 ? 1 : i < 73 ? 3 : 4;
        var keys = await g.Base.Customers([.. Enumerable.Range(0, 100).Select(i => Buyer(Store(i), (i < 20 || i is >= 40 and < 43 or >= 73 and < 85 ? "2029-09-01" : "2027-01-01", 100L)))]);
        var contact = (await g.Base.Customers([Buyer(1)]))[0];
        await g.Base.SpeaksFor(contact, keys[20]);
        var answering = keys.Select((k, i) => i == 20 ? contact : k).ToList();
        await g.Answered(answering.Select((k, i) => (k, Store(i), new byte[] { 5, 5, (byte)(i < 20 ? 8 + i % 2 : 5 + i % 2), 5 }, answered, (string?)null)));
        await g.Answered(Enumerable.Range(0, 50).Select(i => (Id<Customer>.New(t.Clock.Now.AddMilliseconds(i)), 1, new byte[] { 5, 5, 1, 1 }, answered, (string?)null)));
        var view = await t.Do(new SplitIndex(g.Wave, g.Base.Company.North, "REL1"), g.Base.Company.Executive);
        var one = view.Rows.Single(r => r.Unit.Id == g.Base.Company.Store(1));
        Assert.Equal((20L, 20L), (one.New.N!.Value, one.Existing.N!.Value));
        Assert.Equal((85.0, 55.0, 30.0, true), (Math.Round(one.New.Value!.Value, 9), Math.Round(one.Existing.Value!.Value, 9), Math.Round(one.Difference.Value!.Value, 9), one.IsSure));
        var three = (await t.Do(new SplitIndex(g.Wave, g.Base.Company.Store(3), "REL1"), g.Base.Company.Executive)).Rows[0];
        Assert.Equal((Withheld.TooFew, Withheld.Protecting), (three.New.Withheld, three.Existing.Withheld));
        // The region less store 4 would tell store 3.
        Assert.Equal(Withheld.Protecting, (await t.Do(new SplitIndex(g.Wave, g.Base.Company.Store(4), "REL1"), g.Base.Company.Executive)).Rows[0].New.Withheld);
        Assert.Equal(35, (await t.Do(new SplitIndex(g.Wave, null, "REL1"), g.Base.Company.Executive)).Rows[0].New.N);
        // Three years back all are new but none.
        Assert.Equal(Withheld.Unmeasured, (await t.Do(new SplitIndex(g.Wave, g.Base.Company.Store(1), "REL1", 60), g.Base.Company.StoreManager)).Rows[0].Existing.Withheld);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new SplitIndex(g.Wave, Node: "nothing"), g.Base.Company.Executive));
    }
}
