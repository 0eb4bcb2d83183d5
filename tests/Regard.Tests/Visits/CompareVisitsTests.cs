using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Visits;
namespace Regard.Tests.Visits;

public sealed class CompareVisitsTests
{
    [Theory, EachDatabase]
    public async Task Our_stores_stand_beside_competitors_on_the_same_list(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        async Task Visit(Id<Unit> unit, RoleMet role, int day, params string[] failed) =>
            await t.Do(await given.Seen(FormTemplate.CallCheck, unit, VisitKind.CallCheck, failed) with { RoleMet = role, Day = given.Today.AddDays(-day), PersonId = unit == c.Store(1) ? c.FrontLine.Person : null }, c.Executive);
        // Seven checks and a rating of 50: all done is 93.75, one failed 81.25.
        await Visit(c.Store(1), RoleMet.Receptionist, 1);
        await Visit(c.Store(1), RoleMet.Cashier, 2, "answered");
        await Visit(c.Store(3), RoleMet.Cashier, 3, "answered");
        await Visit(given.Competitor, RoleMet.Receptionist, 4, "answered", "named");
        var shown = await t.Do(new CompareVisits(), c.Executive);
        Assert.Equal([(null, 3L), ("Rival", 1)], shown.Columns.Select(x => (x.Name, x.Mean.N)));
        var item = shown.Items.Single(i => i.Key == "answered");
        Assert.Equal(100 / 3.0, item.Cells[0].Value!.Value, 9);
        Assert.True(item.Cells[0].Lower > 0 && item.Cells[0].Upper < 100);
        Assert.Equal(new VisitMean(0, null, null, 1), item.Cells[1]);
        // Two visits: mean 87.5, half the difference times t(0.975, 1) = 12.7062, cut at 0 and 100.
        Assert.Equal(new(87.5, 87.5 - 12.706204736 * 6.25, 100, 2), shown.Stores.Single(u => u.Name == "Store 1").Mean, Near);
        Assert.Null(shown.Stores.Single(u => u.Name == "Store 3").Mean.Lower);
        Assert.Equal([(RoleMet.Receptionist, 1L), (RoleMet.Cashier, 2)], shown.Roles.Select(r => (r.Role, r.Mean.N)));
        Assert.Equal(("Fran Line", 2L), shown.People.Single() is var p ? (p.Name, p.Mean.N) : default);

        shown = await t.Do(new CompareVisits(UnitId: c.Store(1)), c.FrontLine);
        Assert.Equal([("Store 1", 2L), ("Rival", 1)], shown.Columns.Select(x => (x.Name, x.Mean.N)));
        Assert.Empty(shown.People);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new CompareVisits(UnitId: c.Store(3)), c.FrontLine));
        Assert.Empty((await t.Do(new CompareVisits(From: given.Today), c.Executive)).Items);
    }

    static bool Near(VisitMean one, VisitMean other) => one.N == other.N && Math.Abs(one.Value!.Value - other.Value!.Value) < 1e-9 && Math.Abs(one.Lower!.Value - other.Lower!.Value) < 1e-6 && one.Upper == other.Upper;

    [Theory, EachDatabase]
    public async Task A_colleague_is_scored_by_shift_by_part_of_the_list_and_step_by_step(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        async Task Check(ShiftMet? shift, Caller? met, params string[] failed) =>
            await t.Do(await given.Seen(FormTemplate.Appearance, c.Store(1), VisitKind.Appearance, failed) with { PersonId = met?.Person, Shift = shift, Day = given.Today }, c.StoreManager);
        await Check(ShiftMet.Early, c.FrontLine);
        await Check(ShiftMet.Early, c.FrontLine, "look1");
        await Check(ShiftMet.Late, c.FrontLine, "look1", "look2", "look3");
        await Check(null, null, "know1");
        var shown = await t.Do(new CompareVisits(), c.StoreManager);
        // Eleven checks in five parts, three of them on appearance.
        Assert.Equal(5, shown.Parts.Count);
        var fran = Assert.Single(shown.People);
        Assert.Equal([(ShiftMet.Early, 100 * 21 / 22.0, 2L), (ShiftMet.Late, 100 * 8 / 11.0, 1)], fran.Shifts.Select(x => (x.Shift, x.Mean.Value!.Value, x.Mean.N)), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-9 && a.Item3 == b.Item3);
        Assert.Equal(fran.Shifts, shown.Shifts);
        Assert.Equal((100 + 200 / 3.0) / 3, fran.Parts[0].Value!.Value, 9);
        Assert.Equal([100.0, 100, 100, 100], fran.Parts.Skip(1).Select(p => p.Value!.Value));
        Assert.Equal((100 / 3.0, 3L, true), (Math.Round(fran.Steps[0].Value!.Value, 9) == Math.Round(100 / 3.0, 9) ? 100 / 3.0 : 0, fran.Steps[0].N, fran.Steps[0].Lower > 0));
        Assert.Equal(ShiftMet.Late, (await t.Do(new ShowVisit(3), c.FrontLine)).Visit.Shift);
        Assert.Empty((await t.Do(new CompareVisits(), c.FrontLine)).People);
    }

    [Theory, EachDatabase]
    public async Task Two_visitors_of_one_day_agree_as_far_as_they_saw_the_same(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenVisits.In(t);
        var c = given.Company;
        async Task Visit(Caller by, int day, params string[] failed) => await t.Do(await given.Seen(FormTemplate.CallCheck, c.Store(1), VisitKind.CallCheck, failed) with { Day = given.Today.AddDays(-day) }, by);
        await Visit(c.Executive, 1, "answered", "named");
        await Visit(c.Analyst, 1, "answered");
        await Visit(c.Executive, 1, "summed");
        await Visit(c.Executive, 2, "sorry");
        await Visit(c.Analyst, 3);
        var found = (await t.Do(new CompareVisits(), c.Executive)).Agreement;
        Assert.Equal((1, 7L), (found.Pairs, found.Items));
        Assert.Equal(6 / 7.0, found.Equal!.Value, 9);
        // One says 2 of 7 failed, the other 1: by chance (2/7)(1/7) + (5/7)(6/7) = 32/49, so kappa = (42 - 32) / (49 - 32).
        Assert.Equal(10 / 17.0, found.Kappa!.Value, 9);
        Assert.True(found.KappaLower < found.Kappa && found.EqualUpper < 1);
    }
}
