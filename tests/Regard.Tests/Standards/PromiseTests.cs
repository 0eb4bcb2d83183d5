using Regard.Cases;
using Regard.Organisation;
using Regard.Standards;
using Regard.Statistics;
using Regard.Storage;
using static Regard.Tests.Standards.GivenStandards;
namespace Regard.Tests.Standards;

public class PromiseTests
{
    static Task<long> Promise(GivenStandards given, Id<Unit>? unit = null, string indicator = "REL3", double level = 100, Id<Standard>? standard = null) => given.Test.Do(new AddPromise
    {
        Place = PromisePlace.Advertising, Words = Said("Your car is ready in two hours."), IndicatorCode = indicator, Level = level, StandardId = standard, UnitId = unit ?? given.Company.Group, Checked = "Time on ten job cards a week", FromDay = Today.AddDays(-100),
    }, given.Company.Analyst);

    static Task<CheckNoted> Check(GivenStandards given, long number, int store, bool kept, Caller? by = null, Id<PromiseCheck>? key = null, int daysAgo = 1) =>
        given.Test.Do(new NoteCheck(key ?? new(Guid.NewGuid()), number, given.Company.Store(store), Today.AddDays(-daysAgo), kept, kept ? "" : "Ready after four hours"), by ?? given.Company.Executive);

    [Theory, EachDatabase]
    public async Task The_share_of_promises_kept_is_told_by_promise_and_unit_with_wilsons_interval(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var number = await Promise(given);
        for (var i = 0; i < 7; i++) await Check(given, number, 1, kept: i < 5);
        for (var i = 0; i < 4; i++) await Check(given, number, 3, kept: true);
        // Too long ago to count.
        await t.Do(new EndPromise(await Promise(given), Today.AddDays(-50)), given.Company.Analyst);
        var view = await t.Do(new ListPromises(), given.Company.Executive);
        var row = Assert.Single(view.Promises);
        var wilson = Wilson.Share(9, 11);
        Assert.Equal((9 / 11.0, 11L, wilson.Lower, wilson.Upper), (row.Kept.Value!.Value, row.Kept.N!.Value, row.Kept.Lower, row.Kept.Upper));
        Assert.Equal([("G", 11L), ("N", 7L), ("N1", 7L), ("S", 4L), ("S3", 4L)], view.Units.Select(u => (u.Unit.Code, u.Kept.N!.Value)));
        Assert.Equal(5 / 7.0, view.Units[2].Kept.Value);
        var own = await t.Do(new ShowPromise(number), given.Company.StoreManager);
        Assert.Equal((7, 7L, "N1"), (own.Checks.Count, own.Kept.N!.Value, Assert.Single(own.Units).Unit.Code));
        Assert.Equal(2, (await t.Do(new ListPromises(Ended: true))).Promises.Count);
        Assert.Empty((await t.Do(new ListPromises("TAN"))).Promises);
        Assert.Single((await t.Do(new ListPromises("REL"))).Promises);
    }

    [Theory, EachDatabase]
    public async Task A_broken_promise_opens_a_case_that_the_units_contact_owns_whoever_found_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var number = await Promise(given);
        await t.Do(new SetUnitContact(given.Company.Store(1), given.Company.StoreManager.Person), given.Company.Executive);
        var key = new Id<PromiseCheck>(Guid.NewGuid());
        var opened = (await Check(given, number, 1, kept: false, given.Company.FrontLine, key)).CaseNumber!.Value;
        var whole = await t.Do(new ShowCase(opened), given.Company.StoreManager);
        Assert.Equal((given.Company.StoreManager.Person!.Value, CaseChannel.Check, "Broken promise: Your car is ready in two hours."), (whole.Case.OwnerId, whole.Case.Channel, whole.Case.Title));
        Assert.Contains("Ready after four hours", whole.Case.Words);
        // What is sent twice is taken once.
        Assert.Equal(opened, (await Check(given, number, 1, kept: false, given.Company.FrontLine, key)).CaseNumber);
        Assert.Equal(opened, Assert.Single((await t.Do(new ShowPromise(number))).Checks).CaseNumber);
        Assert.Null((await Check(given, number, 1, kept: true, given.Company.FrontLine)).CaseNumber);
    }

    [Theory, EachDatabase]
    public async Task A_check_is_an_encounter_that_shows_what_was_delivered_of_the_indicator_and_the_standard(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var standard = await given.Add("REL-01", Terms("REL3"));
        var number = await Promise(given, standard: standard, level: 95);
        for (var i = 0; i < 4; i++) await Check(given, number, 2, kept: i > 0);
        var encounters = await t.Do(new Encounters(Today.AddDays(-10), Today, [given.Company.Store(2)]));
        Assert.Equal([0, 100, 100, 100], encounters.SelectMany(e => e.Delivered).Select(d => d.Level).Order());
        Assert.All(encounters.SelectMany(e => e.Delivered), d => Assert.Equal(("REL3", standard.Value), (d.IndicatorCode, d.StandardId!.Value)));
        var promised = Assert.Single(await t.Do(new PromisedLevels(Today.AddDays(-10), Today)));
        Assert.Equal(("REL3", given.Company.Group, 95), (promised.IndicatorCode, promised.UnitId, promised.Level));
        var held = (await t.Do(new ShowStandard(standard), given.Company.Executive)).Units.Single(u => u.Unit.Code == "N2");
        Assert.Equal((75, 0.25, Holding.Short), (held.Mean.Value!.Value, held.Failed.Value!.Value, held.Holding));
        // Done or not: the mean has the interval of a share.
        Assert.Equal((100 * Wilson.Share(3, 4).Lower!.Value, 100 * Wilson.Share(3, 4).Upper!.Value), (held.Mean.Lower!.Value, held.Mean.Upper!.Value));
    }

    [Theory, EachDatabase]
    public async Task Only_what_was_promised_there_and_then_is_checked_by_those_who_work_there(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var number = await Promise(given, given.Company.North);
        await Assert.ThrowsAsync<NotFound>(() => Check(given, number, 2, true, given.Company.StoreManager));
        foreach (var (store, daysAgo) in new[] { (3, 1), (1, -1), (1, 101) }) await Assert.ThrowsAsync<Invalid>(() => Check(given, number, store, true, daysAgo: daysAgo));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteCheck(new(Guid.NewGuid()), number, given.Company.Store(1), Today, false, " "), given.Company.Executive));
        var southern = await Promise(given, given.Company.South);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowPromise(southern), given.Company.StoreManager));
        Assert.Equal([number], (await t.Do(new ListPromises(), given.Company.StoreManager)).Promises.Select(p => p.Promise.Number));
    }
}
