using System.Net;
using Regard.Cases;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class RecognitionPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Praise_and_courage_are_shown_by_person_and_month_to_those_near_them_from_the_day_asked_for()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        await site.Office.Do(new HearCase { Kind = CaseKind.Praise, UnitId = c.Store(1), Words = "She listened", AboutId = c.FrontLine.Person }, c.StoreManager);
        await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "I forgot to call", IsOwnMistake = true }, c.FrontLine);
        using var manager = await site.BrowserOf(c, c.StoreManager);
        var html = WebUtility.HtmlDecode(await manager.GetStringAsync("/recognition", Stop));
        Assert.Contains("Fran Line", html);
        Assert.Contains("href=\"/cases/1\"", html);
        Assert.DoesNotContain("I forgot to call", html);
        using var analyst = await site.BrowserOf(c, c.Analyst);
        Assert.DoesNotContain("href=\"/people", WebUtility.HtmlDecode(await analyst.GetStringAsync("/recognition", Stop)).Split("<main")[^1]);
        using var agency = await site.BrowserOf(c, c.Agency);
        using var refused = await agency.GetAsync("/recognition", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var old = await manager.GetAsync("/recognition?from=2020-01-01", Stop);
        Assert.DoesNotContain("Fran Line", (await old.Content.ReadAsStringAsync(Stop)).Split("<main")[^1]);
    }
}
