using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Tests.Organisation;
namespace Regard.Tests.Cases;

public class AlikeTests
{
    [Theory, EachDatabase]
    public async Task Cases_that_may_be_one_matter_are_suggested_with_the_reason(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var number = await g.Heard(h => h with { Words = "The engine rattles since the service in May", ContactPhone = "138 0013 8000" });
        var phone = await g.Heard(h => h with { Words = "Nobody calls me back", ContactPhone = "13800138000" });
        var words = await g.Heard(h => h with { Words = "Since the service in May the engine rattles a lot", ContactName = "Ms Li" });
        await g.Heard(h => h with { Words = "Too little parking", ContactName = "Mr Wu" });
        t.Clock.Now = t.Clock.Now.AddDays(60);
        await g.Heard(h => h with { Words = "The engine rattles since the service in May" });
        var alike = await t.Do(new SuggestDuplicates(number), g.Company.FrontLine);
        Assert.Equal([(words, LikeReason.SimilarWords), (phone, LikeReason.SamePhone)], alike.Select(a => (a.Number, Assert.Single(a.Reasons))));
    }

    [Theory, EachDatabase]
    public async Task A_share_of_cases_handed_on_is_told_with_its_interval_and_not_of_a_few(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCases.In(t);
        var cases = new List<long>();
        for (var i = 0; i < 12; i++) cases.Add(await g.Heard());
        await g.Heard(h => h with { UnitId = g.Company.Store(2) });
        foreach (var number in cases.Take(3))
        {
            await g.Handed(number, g.Company.FrontLine, g.Colleague);
            await g.Handed(number, g.Colleague, g.Company.FrontLine);
        }
        await g.Handed(cases[5], g.Company.FrontLine, g.Colleague);
        var rates = (await t.Do(new ShowBounces(new(2031, 5, 1), new(2031, 5, 2)), g.Company.RegionalManager)).ToDictionary(r => r.UnitName, r => r.Share);
        Assert.Equal(["North", "Store 1", "Store 2"], rates.Keys);
        Assert.Equal((0.25, 12L), (rates["Store 1"].Value!.Value, rates["Store 1"].N!.Value));
        // Wilson's interval for 3 of 12 at 95 %: R 4.2.2, prop.test(3, 12, correct = FALSE).
        Assert.Equal(0.0889, rates["Store 1"].Lower!.Value, 4);
        Assert.Equal(0.5323, rates["Store 1"].Upper!.Value, 4);
        Assert.False(rates["Store 2"].Given);
        Assert.Equal(13, rates["North"].N);
        Assert.Empty(await t.Do(new ShowBounces(new(2031, 5, 2), new(2031, 5, 9)), g.Company.RegionalManager));
    }

    [Theory, EachDatabase]
    public async Task A_customers_story_holds_the_cases_of_all_who_were_merged_into_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var known = await KnownCustomers.In(t);
        var (goesOn, merged) = (await known.Add("王小明"), await known.Add("王晓明"));
        await t.Do(new HearCase { UnitId = known.Company.Store(1), Words = "等太久", CustomerId = goesOn }, known.Company.FrontLine);
        await t.Do(new HearCase { UnitId = known.Company.Store(1), Words = "太吵", CustomerId = merged, AboutId = known.Company.FrontLine.Person }, known.Company.StoreManager);
        await t.Do(new MergeCustomers(goesOn, merged));
        async Task<IEnumerable<(long?, string?)>> Story(Caller by) => (await t.Do(new ShowCustomer(goesOn, TimelinePart.Cases), by)).Timeline.Entries.Select(e => (e.Number, e.Text));
        Assert.Equal([(1, "等太久"), (2, "太吵")], (await Story(known.Company.StoreManager)).OrderBy(e => e.Item1));
        Assert.Equal([(1, "等太久")], await Story(known.Company.FrontLine));
        Assert.Equal([(1, "等•••"), (2, "太•••")], (await Story(known.Company.Analyst)).OrderBy(e => e.Item1));
    }
}
