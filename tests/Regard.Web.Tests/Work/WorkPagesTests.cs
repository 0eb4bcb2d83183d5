using System.Net;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
using Regard.Work;
namespace Regard.Web.Tests.Work;

public class WorkPagesTests(EmptySite seen) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task A_manager_asks_the_owner_hands_over_and_it_gets_done()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var manager = await site.BrowserOf(c, c.StoreManager);
        var form = $"/work/new?unit={c.Store(1)}";
        (string, string)[] asked = [("UnitId", c.Store(1).ToString()), ("Title", "Call back"), ("OwnerId", c.StoreManager.Person!.Value.ToString()), ("DueOn", "2031-05-03")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.Send(form, "/work/new", asked[..1])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.Send(form, "/work/new", asked)).StatusCode);
        var item = (await site.Office.Do(new ListMyWork(), c.StoreManager)).Mine.Single();
        var handOver = $"/work/{item.Id}/hand-over";
        await manager.Send(handOver, handOver, ("OwnerId", c.FrontLine.Person!.Value.ToString()));

        using var frontLine = await site.BrowserOf(c, c.FrontLine);
        Assert.Contains("Call back", await frontLine.GetStringAsync("/work", TestContext.Current.CancellationToken));
        await frontLine.Send("/work", $"/work/{item.Id}/done");
        Assert.DoesNotContain("Call back", await frontLine.GetStringAsync("/work", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Several_tasks_are_done_after_one_confirmation_and_each_outcome_is_told()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        for (var i = 0; i < 3; i++) await site.Office.Do(new AddWorkItem(c.Store(1), $"Call {i}", c.FrontLine.Person!.Value, new(2031, 5, 2 + i)), c.StoreManager);
        var ids = (await site.Office.Do(new ListWork(), c.FrontLine)).Items.Select(r => ("id", r.Item.Id.ToString())).ToArray();
        using var browser = await site.BrowserOf(c, c.FrontLine);
        var page = await browser.GetStringAsync("/work", TestContext.Current.CancellationToken);
        Assert.Contains("hx-get=\"/work/count\"", page);
        Assert.Contains("3 open", await browser.GetStringAsync("/work/count", TestContext.Current.CancellationToken));
        using var confirm = await browser.Send("/work", "/work/several", [.. ids[..2], ("what", "Done")]);
        Assert.Contains("Mark as done", await confirm.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var outcome = await browser.Send("/work", "/work/several/do", [.. ids[..2], ("what", "Done")]);
        Assert.Contains("2 of 2 were changed.", await outcome.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single((await site.Office.Do(new ListWork(), c.FrontLine)).Items);
        using var none = await browser.Send("/work", "/work/several", ("what", "Done"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
    }

    [Theory]
    [InlineData("/work"), InlineData("/work?view=Team&kind=Plan&overdue=on&page=7"), InlineData("/work?view=nonsense&kind=1000&unit=x&page=-1"), InlineData("/work?view=Escalated"), InlineData("/work/ladders"), InlineData("/work/routines"), InlineData("/absences"), InlineData("/organisation/calendars"), InlineData("/organisation/calendars/standard?year=2026")]
    public async Task Every_page_of_work_and_calendars_opens_in_each_language(string path)
    {
        var c = seen.Company;
        foreach (var caller in new[] { c.Executive, c.FrontLine, c.Administrator })
        {
            var browser = await seen.Browser(caller);
            foreach (var language in new[] { "en", "zh-Hans", "zh-Hant" })
            {
                using var asked = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", $"regard-language={language}" } } };
                using var answer = await browser.SendAsync(asked, TestContext.Current.CancellationToken);
                var refused = (path is "/work/ladders" or "/work/routines") && caller == c.Administrator;
                Assert.Equal(refused ? HttpStatusCode.Forbidden : HttpStatusCode.OK, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task An_executive_sets_a_ladder_by_hours()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Executive);
        using var wrong = await browser.Send("/work/ladders/Request", "/work/ladders/Request", ("hours", "-1"), ("step", "Inform"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var set = await browser.Send("/work/ladders/Request", "/work/ladders/Request", ("hours", "0.5"), ("step", "Inform"), ("hours", "8"), ("step", "TakeOver"), ("hours", ""), ("step", "Inform"));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal([new(30, LadderStep.Inform), new(480, LadderStep.TakeOver)], (await site.Office.Do(new ShowLadders(), c.Executive)).Single(l => l.Ladder.Kind == WorkKind.Request).Ladder.Levels);
    }

    [Fact]
    public async Task A_loop_is_begun_added_to_and_stopped_and_idle_units_are_shown()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Executive);
        using var adopted = await browser.Send("/work/routines", "/work/routines/adopt");
        Assert.Equal(HttpStatusCode.Redirect, adopted.StatusCode);
        using var wrong = await browser.Send("/work/routines", "/work/routines", ("title", ""), ("unitId", c.Group.ToString()), ("unitKind", "Store"), ("every", "Day"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        await browser.Send("/work/routines", "/work/routines", ("title", "Sweep the yard"), ("unitId", c.North.ToString()), ("unitKind", "Store"), ("every", "Week"), ("weekday", "Monday"));
        Assert.Contains("Sweep the yard", await browser.GetStringAsync("/work/routines", TestContext.Current.CancellationToken));
        var stopped = (await site.Office.Do(new ListRoutines(), c.Executive)).Routines.Single(r => r.Routine.Title["en"] == "Sweep the yard").Routine.Id;
        await browser.Send("/work/routines", $"/work/routines/{stopped}/stop");
        Assert.Equal(3, (await site.Office.Do(new ListRoutines(), c.Executive)).Routines.Count);
        await site.Office.Do(new PutRoutines());
        site.Office.Clock.Now += TimeSpan.FromDays(8);
        await site.Office.Do(new PutRoutines());
        Assert.Equal(4, await site.Office.Do(new NoteIdleUnits()));
        using var later = await site.BrowserOf(c, c.StoreManager);
        Assert.Contains("Mechanism idle", await later.GetStringAsync("/work/routines", TestContext.Current.CancellationToken));
    }
}
