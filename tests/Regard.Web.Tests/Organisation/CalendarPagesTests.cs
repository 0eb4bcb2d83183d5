using System.Net;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Organisation;

public class CalendarPagesTests
{
    [Fact]
    public async Task An_administrator_makes_a_calendar_gives_it_to_a_unit_and_enters_days_and_holidays()
    {
        await using var site = await TestSite.On(Engine.Sqlite, "2026-11-22T02:00:00Z");
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Administrator);
        (string, string)[] week = [.. Enumerable.Range(0, 7).Select(i => ($"week{i}", i < 5 ? "9:00-12:00，13:30-18:00" : ""))];
        using var wrong = await browser.Send("/organisation/calendars/new", "/organisation/calendars/new", [("name", ""), ("zone", "Moon"), ("region", "CN"), .. week]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var made = await browser.Send("/organisation/calendars/new", "/organisation/calendars/new", [("name", "门店"), ("zone", "Asia/Shanghai"), ("region", "CN"), .. week]);
        var page = made.Headers.Location!.ToString();
        var id = page.Split('/')[^1];
        await browser.Send("/organisation/calendars", "/organisation/calendars/unit", ("unitId", c.Group.ToString()), ("calendarId", id));
        var list = await browser.GetStringAsync("/organisation/calendars", TestContext.Current.CancellationToken);
        Assert.Contains("The public holidays of 2027 are not known yet", list);
        await browser.Send("/organisation/calendars", "/organisation/calendars/holidays", ("year", "2027"), ("source", "Notice"), ("days", "2027-01-01/2027-01-03 元旦"));
        Assert.DoesNotContain("are not known yet", await browser.GetStringAsync("/organisation/calendars", TestContext.Current.CancellationToken));
        await browser.Send(page, $"{page}/days", ("from", "2026-12-24"), ("until", ""), ("shifts", "10:00-15:00"), ("name", "Party"));
        var year = await browser.GetStringAsync($"{page}?year=2026", TestContext.Current.CancellationToken);
        foreach (var said in new[] { "国庆节", "worked instead", "Party", "10:00-15:00" }) Assert.Contains(said, year);
        using var removed = await browser.Send(page, $"{page}/days/2026-12-24/remove");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        using var edited = await browser.Send($"{page}/edit", $"{page}/edit", [("name", "门店"), ("zone", "Asia/Shanghai"), ("region", ""), ("revision", "1"), .. week]);
        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
        Assert.Null((await site.Office.Do(new ShowCalendars(), c.Administrator)).Calendars.Single().Region);
    }

    [Fact]
    public async Task Who_may_not_edit_calendars_looks_at_them_only()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.FrontLine);
        Assert.DoesNotContain("/organisation/calendars/new", await browser.GetStringAsync("/organisation/calendars", TestContext.Current.CancellationToken));
        using var refused = await browser.GetAsync("/organisation/calendars/new", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Somebody_notes_an_absence_and_is_back_early()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.FrontLine);
        using var wrong = await browser.Send("/absences", "/absences", ("fromDay", "2031-05-03"), ("untilDay", "2031-05-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var noted = await browser.Send("/absences", "/absences", ("fromDay", "2031-05-01"), ("untilDay", "2031-05-03"), ("standInId", c.StoreManager.Person!.Value.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
        var absence = (await site.Office.Do(new ListAbsences(), c.FrontLine)).Own.Single();
        Assert.Equal("Stan Manager", absence.StandInName);
        await browser.Send("/absences", $"/absences/{absence.Id}/end");
        Assert.Empty((await site.Office.Do(new ListAbsences(), c.FrontLine)).Own);
    }
}
