using Regard.Organisation;
using Regard.Storage;
namespace Regard.Tests.Organisation;

public class UnitTests
{
    static readonly DateOnly today = new(2031, 5, 1), nextMonth = new(2031, 6, 1);

    static async Task<string> Tree(Company c, Caller by, DateOnly? day = null) =>
        string.Join(" ", (await c.Test.Do(new ShowTree(day), by)).Select(r => $"{new string('.', r.Depth)}{r.Unit.Code}{(r.InCare ? "" : "?")}{(r.IsOpen ? "" : "!")}"));

    [Theory, EachDatabase]
    public async Task Everyone_sees_the_own_part_of_the_tree_and_the_way_up(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        Assert.Equal("G .N ..N1 ..N2 .S ..S3 ..S4", await Tree(c, c.Executive));
        Assert.Equal("G? .N ..N1 ..N2", await Tree(c, c.RegionalManager));
        Assert.Equal("G? .N? ..N1", await Tree(c, c.StoreManager));
        await Assert.ThrowsAsync<Refused>(() => Tree(c, c.Agency));
    }

    [Theory, EachDatabase]
    public async Task A_moved_store_keeps_its_history_under_the_old_parent(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await t.Do(new MoveUnit(c.Store(2), c.South, nextMonth), c.Administrator);

        Assert.Equal("G? .N ..N1 ..N2", await Tree(c, c.RegionalManager, today));
        Assert.Equal("G? .N ..N1", await Tree(c, c.RegionalManager, nextMonth));
        Assert.Equal("G .N ..N1 .S ..N2 ..S3 ..S4", await Tree(c, c.Executive, nextMonth));
        Assert.Equal("G .N ..N1 ..N2 .S ..S3 ..S4", await Tree(c, c.Executive, nextMonth.AddDays(-1)));
        var places = (await t.Do(new ShowTree(), c.Executive)).Single(r => r.Unit.Code == "N2").Places;
        Assert.Equal(["North", "South"], places.Select(p => p.ParentName));
        Assert.Equal(nextMonth, places[1].FromDay);
    }

    [Theory, EachDatabase]
    public async Task A_move_can_be_taken_back_and_the_first_place_cannot(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await t.Do(new MoveUnit(c.Store(2), c.South, nextMonth), c.Administrator);
        await t.Do(new WithdrawMove(c.Store(2)), c.Administrator);
        Assert.Equal("G? .N ..N1 ..N2", await Tree(c, c.RegionalManager, nextMonth));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new WithdrawMove(c.Store(2)), c.Administrator));
    }

    [Theory, EachDatabase]
    public async Task A_unit_cannot_stand_under_itself_or_a_part_of_itself(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        foreach (var parent in new[] { c.North, c.Store(1) })
        {
            var invalid = await Assert.ThrowsAsync<Invalid>(() => t.Do(new MoveUnit(c.North, parent, nextMonth), c.Administrator));
            Assert.Equal("NewParentId", Assert.Single(invalid.Problems).Field);
        }
        await Assert.ThrowsAsync<Refused>(() => t.Do(new MoveUnit(c.Group, c.North, nextMonth), c.Administrator));
    }

    [Theory, EachDatabase]
    public async Task Two_moves_on_different_days_cannot_make_a_loop_together(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await t.Do(new MoveUnit(c.North, c.South, nextMonth.AddDays(10)), c.Administrator);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new MoveUnit(c.South, c.North, nextMonth), c.Administrator));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new MoveUnit(c.South, c.North, nextMonth.AddDays(20)), c.Administrator));
    }

    [Theory, EachDatabase]
    public async Task Taking_a_move_back_cannot_make_a_loop_either(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await t.Do(new MoveUnit(c.Store(1), c.South, nextMonth), c.Administrator);
        await t.Do(new MoveUnit(c.North, c.Store(1), nextMonth.AddDays(1)), c.Administrator);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new WithdrawMove(c.Store(1)), c.Administrator));
    }

    [Theory, EachDatabase]
    public async Task Days_run_forward(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t, since: today);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new MoveUnit(c.Store(2), c.South, today), c.Administrator));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddUnit("X", "Too early", UnitKind.Store, c.North, today.AddDays(-1)), c.Administrator));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new CloseUnit(c.Store(2), today), c.Administrator));
    }

    [Theory, EachDatabase]
    public async Task A_closed_unit_stays_in_the_tree_and_takes_nothing_more(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new CloseUnit(c.North, nextMonth), c.Administrator));
        foreach (var unit in new[] { c.Store(1), c.Store(2), c.North }) await t.Do(new CloseUnit(unit, nextMonth), c.Administrator);
        Assert.Equal("G .N ..N1 ..N2 .S ..S3 ..S4", await Tree(c, c.Executive, today));
        Assert.Equal("G .N! ..N1! ..N2! .S ..S3 ..S4", await Tree(c, c.Executive, nextMonth));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new MoveUnit(c.Store(3), c.North, nextMonth), c.Administrator));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddUnit("N9", "New", UnitKind.Store, c.North, nextMonth), c.Administrator));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ReopenUnit(c.Store(1)), c.Administrator));
        await t.Do(new ReopenUnit(c.North), c.Administrator);
        await t.Do(new ReopenUnit(c.Store(1)), c.Administrator);
        Assert.Equal("G .N ..N1 ..N2! .S ..S3 ..S4", await Tree(c, c.Executive, nextMonth));
    }

    [Theory, EachDatabase]
    public async Task Codes_name_one_unit(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var invalid = await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddUnit(" N1 ", "Twin", UnitKind.Store, c.South, today), c.Administrator));
        Assert.Equal("Code", Assert.Single(invalid.Problems).Field);
        await t.Do(new RenameUnit(c.Store(1), " Harbour store "), c.Administrator);
        Assert.Equal("Harbour store", (await t.Do(new ShowTree(), c.StoreManager)).Single(r => r.InCare).Unit.Name);
    }

    [Theory, EachDatabase]
    public async Task An_administrator_of_a_region_changes_nothing_outside_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var northern = await c.Person("Nora Admin", Role.Administrator, c.North);
        await t.Do(new RenameUnit(c.Store(1), "Renamed"), northern);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new RenameUnit(c.Store(3), "Renamed"), northern));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new MoveUnit(c.Store(1), c.South, nextMonth), northern));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new MoveUnit(c.Store(3), c.North, nextMonth), northern));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new AddUnit("X", "X", UnitKind.Store, c.Group, nextMonth), northern));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new CloseUnit(c.Store(3), nextMonth), northern));
    }
}
