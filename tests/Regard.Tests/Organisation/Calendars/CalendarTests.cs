using Regard.Organisation;
using Regard.Storage;
namespace Regard.Tests.Organisation;

public class CalendarTests
{
    static readonly IReadOnlyList<string> week = [.. Enumerable.Repeat("09:00-17:00", 5), "", ""];

    static Task<WorkingCalendar> Of(TestOffice t, Id<Unit> unit) => t.Do(new Reading(unit));

    sealed record Reading(Id<Unit> Unit) : Question<WorkingCalendar>
    {
        internal override Permission Needs => Permission.RunInstallation;
        internal override Task<WorkingCalendar> Run(Session s) => CalendarStore.Of(s, Unit);
    }

    [Theory, EachDatabase]
    public async Task A_unit_works_by_the_nearest_calendar_up_the_tree(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        Assert.Equal("UTC", (await Of(t, c.Store(1))).Zone);
        var china = await t.Do(new SaveCalendar(null, "China", "Asia/Shanghai", week, "CN"), c.Administrator);
        var berlin = await t.Do(new SaveCalendar(null, "Berlin", "Europe/Berlin", week, null), c.Administrator);
        await t.Do(new SetUnitCalendar(c.Group, china), c.Administrator);
        await t.Do(new SetUnitCalendar(c.South, berlin), c.Administrator);
        Assert.Equal(["Asia/Shanghai", "Europe/Berlin"], new[] { (await Of(t, c.Store(1))).Zone, (await Of(t, c.Store(3))).Zone });
        await t.Do(new SetUnitCalendar(c.South, null), c.Administrator);
        Assert.Equal("Asia/Shanghai", (await Of(t, c.Store(3))).Zone);
        Assert.False((await Of(t, c.Store(3))).IsWorkday(new(2026, 10, 1)));
    }

    [Theory, EachDatabase]
    public async Task A_calendar_keeps_days_of_its_own_above_the_public_holidays(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var id = await t.Do(new SaveCalendar(null, "China", "Asia/Shanghai", week, "CN"), c.Administrator);
        await t.Do(new SetUnitCalendar(c.Group, id), c.Administrator);
        await t.Do(new SaveCalendarDays(id, new(2026, 10, 5), new(2026, 10, 7), "10:00-16:00", "Duty"), c.Administrator);
        await t.Do(new SaveCalendarDays(id, new(2026, 11, 23), new(2026, 11, 23), "", "Works outing"), c.Administrator);
        var calendar = await Of(t, c.Store(1));
        Assert.Equal(["10:00-16:00", "", "", "09:00-17:00"], new DateOnly[] { new(2026, 10, 5), new(2026, 11, 23), new(2026, 10, 4), new(2026, 10, 10) }.Select(d => calendar.On(d).Said()));
        await t.Do(new RemoveCalendarDay(id, new(2026, 11, 23)), c.Administrator);
        Assert.True((await Of(t, c.Store(1))).IsWorkday(new(2026, 11, 23)));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new RemoveCalendarDay(id, new(2026, 11, 23)), c.Administrator));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveCalendarDays(id, new(2026, 11, 23), new(2026, 11, 22), "", ""), c.Administrator));
    }

    [Theory, EachDatabase]
    public async Task A_year_nobody_knows_is_warned_of_until_it_is_entered(Engine on)
    {
        await using var t = await TestOffice.On(on, "2026-09-30T09:00:00Z");
        var c = await Company.In(t);
        var id = await t.Do(new SaveCalendar(null, "China", "Asia/Shanghai", week, "CN"), c.Administrator);
        await t.Do(new SetUnitCalendar(c.Group, id), c.Administrator);
        Assert.Empty((await t.Do(new ShowCalendars(), c.FrontLine)).Unknown);
        t.Clock.Now = DateTimeOffset.Parse("2026-11-22T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal([2027], (await t.Do(new ShowCalendars(), c.FrontLine)).Unknown);
        foreach (var wrong in new[] { "soon", "2027-01-03/2027-01-01 x", "2028-01-01 x", "2027-01-01/2027-01-03 a\n2027-01-02 b", "2027-02-30 x" })
            await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveHolidays("CN", 2027, "Notice", wrong), c.Administrator));
        await t.Do(new SaveHolidays("CN", 2027, "Notice", "2027-01-01/2027-01-03 元旦\n2027-02-20 + 春节"), c.Administrator);
        Assert.Empty((await t.Do(new ShowCalendars(), c.FrontLine)).Unknown);
        var calendar = await Of(t, c.Store(1));
        Assert.False(calendar.IsWorkday(new(2027, 1, 1)));
        Assert.True(calendar.IsWorkday(new(2027, 2, 20)));
        await t.Do(new SaveHolidays("CN", 2026, "Corrected", "2026-10-01 国庆节"), c.Administrator);
        Assert.True((await Of(t, c.Store(1))).IsWorkday(new(2026, 10, 2)));
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_save_a_calendar_the_later_is_told(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        var id = await t.Do(new SaveCalendar(null, "China", "Asia/Shanghai", week, "CN"), c.Administrator);
        await t.Do(new SaveCalendar(id, "China", "Asia/Chongqing", week, null, 1), c.Administrator);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveCalendar(id, "Mine", "Asia/Shanghai", week, "CN", 1), c.Administrator));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveCalendar(null, "China", "Asia/Shanghai", week, "CN"), c.Administrator));
        var invalid = await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveCalendar(null, "", "Mars/Base", ["x", "", "", "", "", "", ""], "XX"), c.Administrator));
        Assert.Equal(["Name", "Zone", "Region", "Week[0]"], invalid.Problems.Select(p => p.Field));
        Assert.Equal(["Week[0]"], (await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveCalendar(null, "Never", "Asia/Shanghai", ["", "", "", "", "", "", ""], null), c.Administrator))).Problems.Select(p => p.Field));
    }
}
