using Regard.Cases;
using Regard.Listening;
using Regard.Statistics;
using Regard.Storage;
using Regard.Tests.Customers;
namespace Regard.Tests.Cases;

public class MarketingMixTests
{
    [Theory, EachDatabase]
    public async Task A_complaint_counts_by_its_own_mark_or_else_by_its_cause_in_its_unit_and_quarter(Engine on)
    {
        await using var t = await TestOffice.On(on, "2031-02-10T09:00:00Z");
        var g = await GivenCases.In(t);
        var c = g.Company;
        for (var i = 0; i < 12; i++) await t.Do(new EditCase(await g.Heard()) { Cause = i < 9 ? Cause.TooSlow : Cause.Rude });
        await g.Heard();
        await g.Heard(h => h with { Kind = CaseKind.Praise });
        t.Clock.Now = t.Clock.Now.AddMonths(3);
        var marked = await g.Heard(h => h with { UnitId = c.Store(2) }, c.Executive);
        await t.Do(new EditCase(marked) { Cause = Cause.TooSlow, Mix = MarketingMix.Place });
        await t.Do(new WriteFieldNote { Kind = FieldKind.Interview, Day = new(2031, 5, 1), UnitId = c.Store(1), Words = "Too far away", Mix = MarketingMix.Place }, c.FrontLine);
        await t.Do(new WriteFieldNote { Kind = FieldKind.Interview, Day = new(2031, 5, 2), UnitId = c.Store(3), Words = "Fine" }, c.Executive);

        var view = await t.Do(new ShowMarketingMix(From: new(2031, 1, 1)), c.Executive);
        Assert.Equal((13, 1, 1, 1), ((int)view.Complaints.Coded, (int)view.Complaints.Uncoded, (int)view.Notes.Coded, (int)view.Notes.Uncoded));
        MixShare Of(MixCount count, MarketingMix mix) => count.Rows.Single(r => r.Mix == mix);
        var (process, wilson) = (Of(view.Complaints, MarketingMix.Process), Wilson.Share(9, 13));
        Assert.Equal((9, wilson.Value, wilson.Lower, wilson.Upper, 13), ((int)process.N, process.Share.Value, process.Share.Lower, process.Share.Upper, process.Share.N));
        Assert.Equal((3, 1), ((int)Of(view.Complaints, MarketingMix.People).N, (int)Of(view.Complaints, MarketingMix.Place).N));
        Assert.False(Of(view.Notes, MarketingMix.Place).Share.Given);
        Assert.Equal([(12, 0), (1, 1)], view.Quarters.Select(q => ((int)q.Complaints.Coded, (int)q.Notes.Coded)));
        Assert.Equal([("North", 13), ("South", 0)], view.Units.Select(u => (u.Name, (int)u.Complaints.Coded)));
        Assert.Equal([("Store 1", 12), ("Store 2", 1)], (await t.Do(new ShowMarketingMix(c.North, new(2031, 1, 1)), c.RegionalManager)).Units.Select(u => (u.Name, (int)u.Complaints.Coded)));
        Assert.Equal(12, (await t.Do(new ShowMarketingMix(null, new(2031, 1, 1)), c.StoreManager)).Complaints.Coded);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowMarketingMix(c.South), c.StoreManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ShowMarketingMix(null, new(2025, 1, 1), new(2031, 1, 1)), c.Executive));
    }

    [Theory, EachDatabase]
    public async Task The_rules_say_anew_where_a_cause_belongs_and_the_mark_of_a_case_goes_along_with_its_customer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var known = await KnownCustomers.In(t);
        var (c, customer) = (known.Company, await known.Add("王小明"));
        var hear = new HearCase { UnitId = c.Store(1), Words = "我等了两个小时" };
        var (slow, dear) = ((await t.Do(hear, c.FrontLine)).Number, (await t.Do(hear, c.FrontLine)).Number);
        await t.Do(new EditCase(slow) { Cause = Cause.TooSlow }, c.FrontLine);
        await t.Do(new EditCase(dear) { Mix = MarketingMix.Price }, c.FrontLine);
        await t.Do(new EditCase(dear) { CustomerId = customer }, c.FrontLine);
        Assert.Equal(MarketingMix.Price, (await t.Do(new ShowCase(dear))).Case.Mix);
        await t.Do(new SetCaseRules(CaseRules.AsDelivered with { Families = new Dictionary<Cause, MarketingMix> { [Cause.TooSlow] = MarketingMix.People } }), c.Executive);
        var rows = (await t.Do(new ShowMarketingMix(), c.Executive)).Complaints.Rows;
        Assert.Equal([(MarketingMix.Price, 1), (MarketingMix.People, 1)], rows.Where(r => r.N > 0).Select(r => (r.Mix, (int)r.N)));
    }
}
