using Regard.Measures;
using Regard.Standards;
using Regard.Statistics;
using Regard.Storage;
using static Regard.Tests.Standards.GivenStandards;
namespace Regard.Tests.Standards;

public class StandardTests
{
    [Theory, EachDatabase]
    public async Task A_change_ends_one_version_on_a_day_and_starts_the_next(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var id = await given.Add("REC-01", Graded(80, 60, "ASS3", "REL1"));
        await t.Do(new ChangeStandard(id, 1, Graded(90, 70, "ASS3"), Today.AddDays(10)), given.Company.Executive);
        async Task<double?> Level(string code, int day) => (await t.Do(new DemandedLevels(Today.AddDays(day)))).GetValueOrDefault(code)?.Level;
        Assert.Equal([null, 80, 80, 90], new[] { await Level("ASS3", -31), await Level("ASS3", 0), await Level("ASS3", 9), await Level("ASS3", 10) });
        Assert.Equal([80, null], new[] { await Level("REL1", 9), await Level("REL1", 10) });
        var view = await t.Do(new ShowStandard(id), given.Company.FrontLine);
        Assert.Equal((1, 80, "Ann Alyst"), (view.Now.Version, view.Now.Demanded, view.Now.MadeBy));
        Assert.Equal([(2L, Today.AddDays(10), null), (1L, Today.AddDays(-30), (DateOnly?)Today.AddDays(9))], view.Versions.Select(v => (v.Version, v.FromDay, v.UntilDay)));

        var faster = await Assert.ThrowsAsync<Refused>(() => t.Do(new ChangeStandard(id, 1, Terms("ASS3"), Today.AddDays(20)), given.Company.Analyst));
        Assert.Contains("Eve Executive saved this", faster.Message);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ChangeStandard(id, 2, Terms("ASS3"), Today.AddDays(9)), given.Company.Analyst));
    }

    [Theory, EachDatabase]
    public async Task What_is_given_up_is_demanded_no_more_and_stays_on_record(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var id = await given.Add("REC-01", Terms("ASS3"));
        await t.Do(new ChangeStandard(id, 1, Terms("ASS3"), Today.AddDays(10)), given.Company.Analyst);
        await t.Do(new RetireStandard(id, Today.AddDays(-1)), given.Company.Analyst);
        Assert.Empty(await t.Do(new DemandedLevels(Today)));
        Assert.Empty(await t.Do(new DemandedLevels(Today.AddDays(10))));
        Assert.Single(await t.Do(new DemandedLevels(Today.AddDays(-1))));
        Assert.Empty((await t.Do(new ListStandards())).Standards);
        Assert.Equal(Today.AddDays(-1), Assert.Single((await t.Do(new ListStandards(Ended: true))).Standards).UntilDay);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new ChangeStandard(id, 2, Terms("ASS3"), Today), given.Company.Analyst));
    }

    [Theory, EachDatabase]
    public async Task What_customers_meet_takes_no_tolerance_and_what_they_do_not_meet_may(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var refused = await Assert.ThrowsAsync<Invalid>(() => given.Add("T-1", Terms("ASS3") with { Tolerance = 0.02 }));
        Assert.Equal("Tolerance", Assert.Single(refused.Problems).Field);
        var worded = await Assert.ThrowsAsync<Invalid>(() => given.Add("T-1", Terms("ASS3") with { Says = new() { ["en"] = "Cars are clean.", ["zh-Hans"] = "车辆清洁差错不超过百分之二" } }));
        Assert.Equal("“百分之二”等于允许对客户出错。请要求每次都做到，或设定限值，例如 10 分钟。", Assert.Single(worded.Problems).Words.In(Language.SimplifiedChinese));
        Assert.Equal(0.02, (await t.Do(new ShowStandard(await given.Add("T-1", Terms("ASS3") with { CustomerFacing = false, Tolerance = 0.02, Says = Said("Stock lists have at most 2 % errors.") })))).Now.Tolerance);
    }

    [Theory]
    [InlineData("≤2 % errors"), InlineData("At most 2% of the bills are wrong."), InlineData("No more than three mistakes a week."), InlineData("up to 5 customer complaints"), InlineData("The error rate is low."), InlineData("Nine out of ten calls are answered.")]
    [InlineData("Two percent of cars may come back."), InlineData("差错率不超过千分之五"), InlineData("每月最多两次投诉"), InlineData("不超过3次返修"), InlineData("允许出错一次"), InlineData("准时率95％"), InlineData("九成的客户有人问候"), InlineData("每月不超過兩起投訴"), InlineData("容許少量差錯"), InlineData("98.5 % of deliveries are on time"), InlineData("错误不超过百分之零点五"), InlineData("0.5 % may fail")]
    public void A_sentence_that_allows_errors_is_found(string sentence) => Assert.NotNull(ErrorRates.Find(sentence));

    [Theory]
    [InlineData("100 % of the cars are washed."), InlineData("0 % errors"), InlineData("One hundred percent, zero percent missed"), InlineData("百分之零差错"), InlineData("百分百检查"), InlineData("百分之百的车辆交付前清洗"), InlineData("Whoever comes in is greeted within 1 minute."), InlineData("At most 10 minutes at the counter."), InlineData("三分钟内完成登记"), InlineData("最多等10分钟"), InlineData("No mistakes on the bill."), InlineData("不得出错，完成后复核"), InlineData("A call is answered in 3 rings, a mail in 24 hours.")]
    public void A_sentence_that_demands_all_of_it_passes(string sentence) => Assert.Null(ErrorRates.Find(sentence));

    [Theory, EachDatabase]
    public async Task Indicators_without_a_standard_are_named_and_those_seen_from_outside_are_counted(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        await given.Add("A", Terms("ASS3", "REL1") with { Origin = StandardOrigin.OutsideIn });
        await given.Add("B", Terms("REL2"));
        await given.Add("C", Terms("REL3"), from: Today.AddDays(1));
        var cover = (await t.Do(new ListStandards())).Coverage;
        Assert.Equal((20, 3, 2, 0.1), (cover.Indicators, cover.Covered, cover.OutsideIn, cover.OutsideInShare!.Value));
        Assert.Equal(17, cover.Uncovered.Count);
        Assert.Contains("REL3", cover.Uncovered);
        // An inner node covers all below it.
        Assert.Equal(["A", "B", "C"], (await t.Do(new ListStandards("REL"))).Standards.Select(v => v.Code));
        Assert.Equal(["A"], (await t.Do(new ListStandards("ASS3", StandardOrigin.OutsideIn))).Standards.Select(v => v.Code));
        foreach (var code in (string[])["REL", "NONE"]) await Assert.ThrowsAsync<Invalid>(() => given.Add("D", Terms(code)));
        await Assert.ThrowsAsync<Invalid>(() => given.Add("a", Terms("REL4")));
    }

    [Theory, EachDatabase]
    public async Task Demands_from_inside_and_outside_that_differ_are_listed_until_decided_and_a_change_asks_again(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var minutes = Terms("RES1") with { Kind = StandardKind.Limit, Limit = 15, UnitOfMeasure = "min" };
        var inside = await given.Add("IN", minutes);
        var outside = await given.Add("OUT", minutes with { Limit = 5, Origin = StandardOrigin.OutsideIn });
        await given.Add("SAME", minutes with { Limit = 15, Origin = StandardOrigin.OutsideIn });
        async Task<StandardConflict> Conflict() => Assert.Single((await t.Do(new ListStandards("RES"))).Conflicts);
        Assert.Null((await Conflict()).Decision);
        await t.Do(new DecideConflict("RES1", inside, outside, Holds.OutsideIn, "Customers leave after five minutes."), given.Company.Executive);
        Assert.Equal((Holds.OutsideIn, "Eve Executive"), ((await Conflict()).Decision!.Holds, (await Conflict()).Decision!.MadeBy));
        await t.Do(new ChangeStandard(inside, 1, minutes with { Limit = 10 }, Today), given.Company.Analyst);
        var conflicts = (await t.Do(new ListStandards("RES"))).Conflicts;
        Assert.Equal([("OUT", true), ("SAME", true)], conflicts.Select(c => (c.Outside.Code, c.Decision is null)));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new DecideConflict("RES2", inside, outside, Holds.Both, "Whatever"), given.Company.Executive));
    }

    [Theory, EachDatabase]
    public async Task A_unit_whose_mean_is_fine_while_too_many_fall_under_the_minimum_is_flagged(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var id = await given.Add("S", Graded(80, 60, "EMP1"));
        // Seventeen at 90 and three at 40: mean 82.5, 15 % under the minimum.
        await given.Deliver(given.Company.Store(1), id, "EMP1", [.. Enumerable.Repeat(90.0, 17), 40, 40, 40]);
        await given.Deliver(given.Company.Store(2), id, "EMP1", [.. Enumerable.Repeat(85.0, 10), .. Enumerable.Repeat(81.0, 10)]);
        await given.Deliver(given.Company.Store(3), id, "EMP1", 70, 72, 71, 69, 70);
        await given.Deliver(given.Company.Store(4), id, "EMP1", 10);
        var units = (await t.Do(new ShowStandard(id), given.Company.Executive)).Units.ToDictionary(u => u.Unit.Code);
        Assert.Equal([Holding.Unsteady, Holding.Held, Holding.Short, Holding.Held], new[] { "N1", "N2", "S3", "S4" }.Select(c => units[c].Holding));
        var wilson = Wilson.Share(3, 20);
        Assert.Equal((82.5, 20L, 0.15, wilson.Lower, wilson.Upper), (units["N1"].Mean.Value!.Value, units["N1"].Mean.N!.Value, units["N1"].Failed.Value!.Value, units["N1"].Failed.Lower, units["N1"].Failed.Upper));
        Assert.Equal((40L, 46L), (units["N"].Mean.N!.Value, units["G"].Mean.N!.Value));
        // One encounter has no interval.
        Assert.Equal(Withheld.TooFew, units["S4"].Mean.Withheld);
        Assert.Equal(["N1"], (await t.Do(new ShowStandard(id), given.Company.StoreManager)).Units.Select(u => u.Unit.Code));
    }

    [Theory, EachDatabase]
    public async Task Customers_of_a_grade_may_be_owed_another_level(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var minutes = Terms("RES1") with { Kind = StandardKind.Limit, Limit = 15, UnitOfMeasure = "min", Grades = [new("A", null, 5)] };
        Assert.Equal(new GradeLevel("A", null, 5), Assert.Single((await t.Do(new ShowStandard(await given.Add("G", minutes)))).Now.Grades));
        await Assert.ThrowsAsync<Invalid>(() => given.Add("G2", minutes with { Grades = [new("A", null, 5), new("A", 90, null)] }));
    }
}
