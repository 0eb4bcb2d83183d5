using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Regard.Storage;
using Regard.Tests.Standards;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Standards;

public class PromisePagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_promise_is_registered_and_a_broken_one_leads_to_its_case()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = (await GivenStandards.In(site.Office)).Company;
        using var analyst = await site.BrowserOf(c, c.Analyst);
        (string, string)[] fields = [("Place", "Counter"), ("Words.en", "Ready in two hours"), ("IndicatorCode", "REL3"), ("Level", "100"), ("UnitId", $"{c.Group}"), ("Checked", "Ten job cards a week"), ("FromDay", "2031-04-01")];
        using var nothing = await analyst.Send("/promises/new", "/promises/new", [.. fields.Where(f => f.Item1 != "Words.en")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var added = await analyst.Send("/promises/new?indicator=REL3", "/promises/new", fields);
        var page = added.Headers.Location!.ToString();
        using var front = await site.BrowserOf(c, c.FrontLine);
        foreach (var kept in (string[])["true", "false"])
        {
            using var noted = await front.Send(page, $"{page}/checks", ("Key", $"{Guid.NewGuid()}"), ("UnitId", $"{c.Store(1)}"), ("Day", "2031-04-30"), ("Kept", kept), ("Note", "Took four"));
            Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
            if (kept == "false") Assert.Contains("was opened for the unit", await front.GetStringAsync(noted.Headers.Location!.ToString(), Stop));
        }
        var shown = await front.GetStringAsync(page, Stop);
        Assert.Contains("50 %", shown);
        Assert.Contains("9–91 % · n 2", shown);
        var list = WebUtility.HtmlDecode(await analyst.GetStringAsync("/promises?indicator=REL", Stop));
        Assert.Contains("Ready in two hours", list);
        Assert.Contains("+50.0", list);
        Assert.DoesNotContain($"{page}/checks", await analyst.GetStringAsync(page, Stop));
        using var ended = await analyst.Send(page, $"{page}/end", ("LastDay", "2031-04-30"));
        Assert.DoesNotContain("Ready in two hours", await analyst.GetStringAsync("/promises", Stop));
    }

    [Fact]
    public async Task A_program_reads_standards_and_notes_checks()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenStandards.In(site.Office);
        var c = given.Company;
        using var analyst = await site.ProgramOf(c.Analyst);
        using var added = await analyst.PostAsJsonAsync("/api/standards", new { code = "REC-01", fromDay = "2031-04-01", terms = new { names = new { en = "Greeting" }, says = new { en = "Whoever comes in is greeted." }, indicators = new[] { "ASS3" }, kind = "Done", origin = "OutsideIn" } }, Stop);
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        using var worse = await analyst.PostAsJsonAsync("/api/standards", new { code = "REC-02", fromDay = "2031-04-01", terms = new { names = new { en = "Greeting" }, says = new { en = "At most 2 % are not greeted." }, indicators = new[] { "ASS3" } } }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, worse.StatusCode);
        using var promised = await analyst.PostAsJsonAsync("/api/promises", new { place = "Counter", words = new { en = "We greet you." }, indicatorCode = "ASS3", unitId = c.Group, @checked = "Look", fromDay = "2031-04-01" }, Stop);
        var number = await promised.Content.ReadAsStringAsync(Stop);
        using var front = await site.ProgramOf(c.FrontLine);
        using var noted = await front.PostAsJsonAsync($"/api/promises/{number}/checks", new { key = Guid.NewGuid(), unitId = c.Store(1), day = "2031-04-30", kept = true }, Stop);
        Assert.Equal("{\"caseNumber\":null}", await noted.Content.ReadAsStringAsync(Stop));
        using var standards = JsonDocument.Parse(await front.GetStringAsync("/api/standards?indicator=ASS", Stop));
        Assert.Equal((19, 0.05), (standards.RootElement.GetProperty("coverage").GetProperty("uncovered").GetArrayLength(), standards.RootElement.GetProperty("coverage").GetProperty("outsideInShare").GetDouble()));
        using var promise = JsonDocument.Parse(await front.GetStringAsync($"/api/promises/{number}", Stop));
        Assert.Equal(1, promise.RootElement.GetProperty("kept").GetProperty("value").GetDouble());
        using var forbidden = await front.PostAsJsonAsync("/api/journey/templates", new { template = "Reception" }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var journey = await analyst.PostAsJsonAsync("/api/journey/templates", new { template = "Reception" }, Stop);
        Assert.Contains("\"gaps\":9", await front.GetStringAsync("/api/journey", Stop));
    }

    [Fact]
    public async Task The_journey_is_adopted_edited_and_keeps_its_other_languages()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = (await GivenStandards.In(site.Office)).Company;
        using var analyst = await site.BrowserOf(c, c.Analyst);
        using var adopted = await analyst.Send("/standards/journey", "/standards/journey/adopt", ("template", "Reception"));
        Assert.Contains("9 of 9 steps without a standard", await analyst.GetStringAsync("/standards/journey", Stop));
        var edit = await analyst.GetStringAsync("/standards/journey/edit", Stop);
        var ids = Regex.Matches(edit, "name=\"stage2.id\" value=\"([0-9a-f-]{36})\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, ids.Count);
        using var saved = await analyst.Send("/standards/journey/edit", "/standards/journey/edit", ("Number", "1"), ("stage0.was", "2"), ("stage0.name", "Farewell"), ("stage0.order", "1"), ("stage0.accountable", $"{c.Store(1)}"),
            ("stage0.id", ids[0]), ("stage0.place", "2"), ("stage0.step", "See to the door"), ("stage0.none", ""), ("stage0.id", ids[1]), ("stage0.place", "1"), ("stage0.step", "Call back"), ("stage0.none", "Robots do it"), ("stage1.was", "-1"), ("stage1.name", ""), ("stage1.order", "2"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await analyst.GetStringAsync("/standards/journey", Stop);
        Assert.Matches(new Regex("Call back.*None, because: Robots do it.*See to the door", RegexOptions.Singleline), page);
        Assert.Contains("1 of 2 steps without a standard", page);
        using var checklist = await analyst.Send("/standards/journey", "/standards/journey/checklist", ("Name", "Farewell round"));
        Assert.Contains("Farewell round", await analyst.GetStringAsync(checklist.Headers.Location!.ToString(), Stop));
        using (await analyst.Send("/profile", "/preferences", ("language", "zh-Hans"))) { }
        Assert.Contains("离店之后", await analyst.GetStringAsync("/standards/journey", Stop));
        using var front = await site.BrowserOf(c, c.FrontLine);
        using var forbidden = await front.GetAsync("/standards/journey/edit", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task A_strategy_is_written_completed_and_approved_on_its_page()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = (await GivenStandards.In(site.Office)).Company;
        using var executive = await site.BrowserOf(c, c.Executive);
        (string, string)[] fields = [("Statement.en", "One visit, one price, one face."), ("Clear", "Said at every desk"), ("Different", "Nobody else"), ("Valuable", "Survey of May")];
        using var written = await executive.Send("/standards/strategy", "/standards/strategy", [("Number", "0"), .. fields, ("Feasible", "")]);
        Assert.Contains("evidence missing", await executive.GetStringAsync("/standards/strategy", Stop));
        using var early = await executive.Send("/standards/strategy", "/standards/strategy/approve", ("number", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("It cannot be approved without evidence: Feasible for us", await early.Content.ReadAsStringAsync(Stop));
        using var whole = await executive.Send("/standards/strategy", "/standards/strategy", [("Number", "1"), .. fields, ("Feasible", "Two advisers a store")]);
        using var approved = await executive.Send("/standards/strategy", "/standards/strategy/approve", ("number", "2"));
        Assert.Contains("Approved by Eve Executive", await executive.GetStringAsync("/standards/strategy", Stop));
    }
}
