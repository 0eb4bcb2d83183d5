using System.Net;
using Regard.Cases;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class BodyPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_executive_keeps_the_list_and_a_clerk_chooses_from_it_on_the_case()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var executive = await site.BrowserOf(c, c.Executive);
        using (var wrong = await executive.Send("/cases/bodies", "/cases/bodies", ("Name", "12315"), ("Days", "0"), ("Counted", "working"), ("IsInUse", "true"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var saved = await executive.Send("/cases/bodies", "/cases/bodies", ("Name", "12315"), ("Days", "7"), ("Counted", "working"), ("IsInUse", "true"))) Assert.Equal("/cases/bodies", saved.Headers.Location!.OriginalString);
        Assert.Contains("answer within 7 working days", await executive.GetStringAsync("/cases/bodies", Stop));
        var number = (await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "It rattles" }, c.FrontLine)).Number;
        using var clerk = await site.BrowserOf(c, c.FrontLine);
        Assert.Contains("<option value=\"12315\">", await clerk.GetStringAsync($"/cases/{number}", Stop));
        using (var chosen = await clerk.Send($"/cases/{number}", $"/cases/{number}/facts", ("facts.body", "12315"), ("facts.statutoryDueAt", ""))) Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("Day set by law or body", await clerk.GetStringAsync($"/cases/{number}", Stop));
        var report = WebUtility.HtmlDecode(await clerk.GetStringAsync("/cases/bodies", Stop));
        Assert.Contains("Withheld: fewer than 10 cases.", report);
        Assert.DoesNotContain("Add a body", report);
        using var refused = await clerk.Send("/cases/bodies", "/cases/bodies", ("Name", "x"), ("Days", "7"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
