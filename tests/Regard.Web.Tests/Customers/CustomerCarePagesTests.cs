using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Standards;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Tests.Standards;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Customers;

/// <summary>What was promised to a customer and how it likes to be served, wherever somebody meets it.</summary>
public class CustomerCarePagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<string> Text(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path, Stop));

    [Fact]
    public async Task The_front_line_promises_settles_and_notes_preferences_on_the_customers_page()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenStandards.In(site.Office);
        var (c, customers) = (given.Company, new KnownCustomers { Company = given.Company });
        await given.Add("REC-01", GivenStandards.Terms("RES1") with { Kind = StandardKind.Limit, Limit = 10, UnitOfMeasure = "min", Grades = [new("A", null, 5)] });
        var customer = await customers.Add("Zhang San", phone: "13800138000");
        await customers.Stands(customer, grade: "A");
        var page = $"/customers/{customer}";
        using var front = await site.BrowserOf(c, c.FrontLine);
        using var nothing = await front.Send(page, $"{page}/promises", ("Promised", " "), ("UnitId", $"{c.Store(1)}"), ("DueOn", "2031-05-02"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var promised = await front.Send(page, $"{page}/promises", ("Promised", "The part is here by then."), ("UnitId", $"{c.Store(1)}"), ("DueOn", "2031-05-02"), ("DueTime", "16:30"), ("IndicatorCode", "REL1"));
        Assert.Equal($"{page}#promises", promised.Headers.Location!.ToString());
        using var preferred = await front.Send(page, $"{page}/preferences", ("Preference", "Tea without sugar"), ("HeardOn", "2031-04-01"));
        Assert.Equal(HttpStatusCode.Redirect, preferred.StatusCode);
        var shown = await Text(front, page);
        foreach (var words in new[] { "The part is here by then.", "Tea without sugar", "Service level for grade A", "at most 5 min, every time" }) Assert.Contains(words, shown);
        Assert.Contains("Keep the promise to customer No. 1", await Text(front, "/work"));
        var list = await Text(front, "/promises/customers");
        Assert.Contains("The part is here by then.", list);
        Assert.Contains("Zhang San", list);

        // A case and a call of the same customer show it too.
        var heard = await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "It rattles.", CustomerId = customer }, c.FrontLine);
        var call = await site.Office.Do(new NoteCall("c-1", CallState.Ringing, "13800138000", AgentEmail: "fran.line@example.com"), c.FrontLine);
        foreach (var path in new[] { $"/cases/{heard.Number}", $"/calls/{call.Id}" })
        {
            var met = await Text(front, path);
            foreach (var words in new[] { "The part is here by then.", "Tea without sugar", "Service level for grade A" }) Assert.Contains(words, met);
        }

        site.Office.Clock.Now = site.Office.Clock.Now.AddDays(3);
        // A session does not last so long: the manager goes on.
        using var later = await site.BrowserOf(c, c.StoreManager);
        Assert.Contains("overdue", await Text(later, "/promises/customers"));
        var id = (await site.Office.Do(new ShowCustomer(customer), c.FrontLine)).Promises.Single().Id;
        using var wordless = await later.Send(page, $"{page}/promises/{id}/outcome", ("Outcome", "Late"), ("Note", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordless.StatusCode);
        using var settled = await later.Send(page, $"{page}/promises/{id}/outcome", ("Outcome", "Late"), ("Note", "It came a day later."));
        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);
        Assert.Contains("kept late: broken", await Text(later, page));
        var preference = (await site.Office.Do(new ShowCustomer(customer), c.FrontLine)).Preferences.Single().Id;
        using var ended = await later.Send(page, $"{page}/preferences/{preference}/end");
        Assert.Contains("What held before", await Text(later, page));
        Assert.Contains("0 %", await Text(later, "/promises"));
        // Who only reads changes nothing.
        using var analyst = await site.BrowserOf(c, c.Analyst);
        Assert.DoesNotContain("Note a promise", await Text(analyst, page));
    }

    [Fact]
    public async Task A_program_promises_settles_and_reads_what_is_open()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenStandards.In(site.Office);
        var (c, customers) = (given.Company, new KnownCustomers { Company = given.Company });
        var customer = await customers.Add("Zhang San");
        using var front = await site.ProgramOf(c.FrontLine);
        using var promised = await front.PostAsJsonAsync($"/api/customers/{customer}/promises", new { unitId = c.Store(1), words = "Ready", dueOn = "2031-05-02", dueTime = "16:30", indicatorCode = "REL1" }, Stop);
        var id = await promised.Content.ReadFromJsonAsync<Guid>(Stop);
        using (var open = JsonDocument.Parse(await front.GetStringAsync("/api/promises/customers", Stop)))
            Assert.Equal(("Ready", 1), (open.RootElement.GetProperty("open")[0].GetProperty("promise").GetProperty("words").GetString(), open.RootElement.GetProperty("count").GetInt32()));
        using var early = await front.PostAsJsonAsync($"/api/customers/{customer}/promises/{id}/outcome", new { outcome = "Late", note = "x" }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        using var settled = await front.PostAsJsonAsync($"/api/customers/{customer}/promises/{id}/outcome", new { outcome = "Kept" }, Stop);
        Assert.Equal("{\"caseNumber\":null}", await settled.Content.ReadAsStringAsync(Stop));
        using var preferred = await front.PostAsJsonAsync($"/api/customers/{customer}/preferences", new { words = "Tea", saidOn = "2031-04-01" }, Stop);
        using var ended = await front.DeleteAsync($"/api/customers/{customer}/preferences/{await preferred.Content.ReadFromJsonAsync<Guid>(Stop)}", Stop);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        using var analyst = await site.ProgramOf(c.Analyst);
        using var forbidden = await analyst.PostAsJsonAsync($"/api/customers/{customer}/preferences", new { words = "Tea", saidOn = "2031-04-01" }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }
}
