using System.Net;
using System.Text.RegularExpressions;
using Regard.Storage;
using Regard.Tests.Standards;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Standards;

public class StandardPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_analyst_adds_a_standard_changes_it_and_gives_it_up_on_the_pages()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = (await GivenStandards.In(site.Office)).Company;
        using var analyst = await site.BrowserOf(c, c.Analyst);
        (string, string)[] Fields(string says) => [("Code", "REC-01"), ("Names.en", "Greeting at the door"), ("Names.zh-Hans", "门口迎接"), ("Says.en", says), ("Indicators", "ASS3"), ("Kind", "Limit"), ("Limit", "1"), ("UnitOfMeasure", "min"), ("Origin", "OutsideIn"), ("Grade", "A"), ("GradeLevel", "0.5"), ("FromDay", "2031-04-01")];
        using var allowing = await analyst.Send("/standards/new?indicator=ASS3", "/standards/new", Fields("At most 2 % are not greeted."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, allowing.StatusCode);
        Assert.Contains("“2 %” allows errors to customers.", WebUtility.HtmlDecode(await allowing.Content.ReadAsStringAsync(Stop)));
        using var added = await analyst.Send("/standards/new", "/standards/new", Fields("Whoever comes in is greeted within a minute."));
        var page = added.Headers.Location!.ToString();
        var shown = await analyst.GetStringAsync(page, Stop);
        Assert.Contains("at most 1 min, every time", shown);
        Assert.Contains("at most 0.5 min, every time", shown);
        using var changed = await analyst.Send($"{page}/change", $"{page}/change", [("Version", "1"), .. Fields("Whoever comes in is greeted at once.")[1..^1], ("FromDay", "2031-06-01")]);
        Assert.Equal(page, changed.Headers.Location!.ToString());
        Assert.Contains("Version 2", await analyst.GetStringAsync(page, Stop));
        var list = await analyst.GetStringAsync("/standards?indicator=ASS", Stop);
        Assert.Contains("Greeting at the door", list);
        Assert.Contains("1/20", list);
        Assert.Contains("Nothing is demanded here", list);
        using var front = await site.BrowserOf(c, c.FrontLine);
        Assert.DoesNotContain("New standard", await front.GetStringAsync("/standards", Stop));
        using var forbidden = await front.GetAsync("/standards/new", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var retired = await analyst.Send(page, $"{page}/retire", ("LastDay", "2031-05-01"));
        Assert.Equal(HttpStatusCode.Redirect, retired.StatusCode);
        Assert.DoesNotContain($"{page}/retire", await analyst.GetStringAsync(page, Stop));
    }

    [Fact]
    public async Task A_conflict_is_decided_on_the_page()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenStandards.In(site.Office);
        var inside = await given.Add("IN", GivenStandards.Graded(70, 50, "EMP1"));
        var outside = await given.Add("OUT", GivenStandards.Graded(90, 80, "EMP1") with { Origin = Regard.Standards.StandardOrigin.OutsideIn });
        using var executive = await site.BrowserOf(given.Company, given.Company.Executive);
        Assert.Contains("not decided yet", await executive.GetStringAsync("/standards", Stop));
        using var decided = await executive.Send("/standards", "/standards/conflicts", ("indicator", "EMP1"), ("inside", $"{inside}"), ("outside", $"{outside}"), ("holds", "OutsideIn"), ("why", "Customers feel it"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var page = await executive.GetStringAsync("/standards", Stop);
        Assert.Matches(new Regex("holds</span>\\s*<span class=\"as-written\">Customers feel it"), WebUtility.HtmlDecode(page));
    }
}
