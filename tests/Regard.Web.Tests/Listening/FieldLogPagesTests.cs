using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Cases;
using Regard.Storage;
using Regard.Tests.Measures;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Listening;

public class FieldLogPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static (string, string)[] Note(Company c, params (string, string)[] more) =>
        [("Kind", "TechnicalVisit"), ("Words", "<b>No photo</b> of the old part"), ("UnitId", c.Store(1).ToString()), ("Day", "2031-04-30"), ("Attendees", "2"), .. more];

    [Fact]
    public async Task A_note_written_on_a_phone_is_found_by_its_indicator_and_leads_to_a_task_and_back()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = (await Survey.In(await Company.In(site.Office))).Company;
        using var browser = await site.BrowserOf(c, c.FrontLine);
        Assert.Contains("Nobody has written a note yet", await browser.GetStringAsync("/field-log", Stop));
        using var wrong = await browser.Send("/field-log/new", "/field-log/new", Note(c, ("code0.need", "a photo")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Choose the indicator of “a photo”.", again);
        Assert.Contains("value=\"a photo\"", again);
        using var written = await browser.Send("/field-log/new", "/field-log/new", Note(c, ("code0.indicator", "A2"), ("code0.sign", "Need"), ("code0.need", "a photo"), ("Mix", "PhysicalEvidence")));
        Assert.Equal("/field-log/1", written.Headers.Location!.ToString());
        using var asked = await browser.Send("/field-log/1", "/field-log/1/actions", ("words", "Take photos"), ("ownerId", c.StoreManager.Person!.Value.ToString()), ("dueOn", "2031-05-20"));
        Assert.Equal("/field-log/1", asked.Headers.Location!.ToString());
        var note = await browser.GetStringAsync("/field-log/1", Stop);
        Assert.Contains("&lt;b&gt;No photo&lt;/b&gt;", note);
        Assert.Contains("Take photos", note);
        Assert.Contains("Stan Manager", note);
        using var manager = await site.BrowserOf(c, c.StoreManager);
        Assert.Contains("href=\"/field-log/1\"", await manager.GetStringAsync("/work", Stop));
        Assert.Contains("href=\"/field-log/1\"", await manager.GetStringAsync("/field-log?indicator=A2&kind=TechnicalVisit&from=2031-04-30&to=2031-04-30", Stop));
        Assert.Contains("No note fits", await manager.GetStringAsync("/field-log?to=2031-04-29", Stop));
        using var coded = await manager.Send("/field-log/1", "/field-log/1/codes", ("code0.indicator", "B1"), ("code0.sign", "Bad"), ("Mix", ""));
        Assert.Equal("/field-log/1", coded.Headers.Location!.ToString());
        Assert.Contains("No note fits", await manager.GetStringAsync("/field-log?indicator=A2", Stop));
        using var backwards = await manager.GetAsync("/field-log?from=2031-04-30&to=2031-04-01", Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, backwards.StatusCode);
        using var agency = await site.BrowserOf(c, c.Agency);
        using var refused = await agency.GetAsync("/field-log", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Programs_write_notes_and_read_them_back()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = (await Survey.In(await Company.In(site.Office))).Company;
        using var program = await site.ProgramOf(c.StoreManager);
        using var sent = await program.PostAsJsonAsync("/api/field-log", new { kind = "CustomersVisit", day = "2031-04-01", unitId = c.Store(1), attendees = 12, words = "They liked the workshop", codes = new[] { new { indicatorCode = "A1", sign = "Good" } } }, Stop);
        Assert.Equal(1, await sent.Content.ReadFromJsonAsync<long>(Stop));
        using var task = await program.PostAsJsonAsync("/api/field-log/1/actions", new { words = "Invite again", ownerId = c.StoreManager.Person, dueOn = "2031-05-20" }, Stop);
        Assert.Equal(HttpStatusCode.OK, task.StatusCode);
        var note = await program.GetFromJsonAsync<JsonElement>("/api/field-log/1", Stop);
        Assert.Equal("Good", note.GetProperty("note").GetProperty("codes")[0].GetProperty("sign").GetString());
        Assert.Equal("Invite again", note.GetProperty("actions")[0].GetProperty("words").GetString());
        Assert.Equal(1, (await program.GetFromJsonAsync<JsonElement>("/api/field-log?indicator=A1", Stop)).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task The_seven_p_of_complaints_and_notes_follow_the_rules_that_an_executive_sets()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        for (var i = 0; i < 11; i++) await site.Office.Do(new EditCase((await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "Two hours" }, c.FrontLine)).Number) { Cause = Cause.TooSlow }, c.FrontLine);
        using var executive = await site.BrowserOf(c, c.Executive);
        Assert.Contains("href=\"/cases/marketing-mix\"", await executive.GetStringAsync("/cases", Stop));
        var page = WebUtility.HtmlDecode(await executive.GetStringAsync("/cases/marketing-mix", Stop));
        Assert.Matches(@"Processes</th>\s*<td[^>]*>\s*<a href=""/cases\?cause=TooSlow"">[\s\S]*?</td>\s*<td[^>]*>11</td>\s*<td[^>]*>100 % <span class=""interval"">74 %–100 % · n 11", page);
        using var marked = await executive.Send("/cases/1", "/cases/1/facts", ("facts.mix", "Place"));
        Assert.Equal(HttpStatusCode.Redirect, marked.StatusCode);
        var rules = await executive.GetStringAsync("/cases/rules/edit", Stop);
        Assert.Contains("name=\"family.TooSlow\"", rules);
        await site.Office.Do(new SetCaseRules(CaseRules.AsDelivered with { Families = new Dictionary<Cause, MarketingMix> { [Cause.TooSlow] = MarketingMix.People } }), c.Executive);
        var api = await (await site.ProgramOf(c.StoreManager)).GetFromJsonAsync<JsonElement>("/api/marketing-mix", Stop);
        var rows = api.GetProperty("complaints").GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("mix").GetString()!, r => r.GetProperty("n").GetInt64());
        Assert.Equal((1, 10, 0), (rows["Place"], rows["People"], rows["Process"]));
    }
}
