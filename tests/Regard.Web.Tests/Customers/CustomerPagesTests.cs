using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Regard.Customers;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Customers;

public class CustomerPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<string> Text(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path, Stop));

    [Fact]
    public async Task An_empty_list_leads_to_the_import()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var g = await KnownCustomers.In(site.Office);
        using var manager = await site.BrowserOf(g.Company, g.Company.StoreManager);
        Assert.Contains("href=\"/customers/import\"", await Text(manager, "/customers"));
        using var frontLine = await site.BrowserOf(g.Company, g.Company.FrontLine);
        var html = await Text(frontLine, "/customers");
        Assert.Contains("No customers yet", html);
        Assert.DoesNotContain("/customers/import", html);
    }

    [Fact]
    public async Task Customers_are_searched_narrowed_turned_over_and_taken_along()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var g = await KnownCustomers.In(site.Office);
        await g.Execute("insert into settings (name, value) values ('currency', 'CNY')");
        for (var i = 1; i <= 60; i++) await g.Stands(await g.Add($"张{i}号<b>", $"1380013{i:0000}", segment: "fleet"), grade: i % 2 == 0 ? "A" : "B", worth: 100_00 * i, nextDay: "2031-06-10", type: "Hostage");
        await g.WorkedOut();
        using var browser = await site.BrowserOf(g.Company, g.Company.StoreManager);
        var html = await Text(browser, "/customers");
        Assert.Contains("60 customers", html);
        Assert.Contains("6,000 CNY", html);
        Assert.Contains("as of 30 Apr 2031", html);
        Assert.DoesNotContain("号<b>", await browser.GetStringAsync("/customers", Stop));
        var next = html.Split("href=\"").Select(h => h[..h.IndexOf('"')]).First(h => h.Contains("after="));
        Assert.Contains("张1号", await Text(browser, next));
        Assert.Contains("1 customer", await Text(browser, "/customers?query=13800130007"));
        Assert.Contains("30 customers", await Text(browser, "/customers?grade=A&segment=fleet&state=Active&type=Hostage&sort=NextPurchase"));
        Assert.Contains("Nobody found", await Text(browser, "/customers?query=nobody"));
        using (var wrong = await browser.GetAsync("/customers?grade=X", Stop)) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var csv = Encoding.UTF8.GetString(await browser.GetByteArrayAsync("/customers/export.csv?grade=A", Stop));
        Assert.Equal(31, csv.TrimEnd().Split("\r\n").Length);
        Assert.Contains("张60号<b>", csv);
        using var analyst = await site.BrowserOf(g.Company, g.Company.Analyst);
        var masked = await Text(analyst, "/customers") + Encoding.UTF8.GetString(await analyst.GetByteArrayAsync("/customers/export.csv", Stop));
        Assert.Contains("张•••", masked);
        Assert.DoesNotContain("号", masked);
    }

    [Fact]
    public async Task A_customers_page_tells_its_story_and_takes_consent_and_notes()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var g = await KnownCustomers.In(site.Office);
        var id = await g.Add("张三丰", "13800138000");
        using var browser = await site.BrowserOf(g.Company, g.Company.StoreManager);
        var page = $"/customers/{id}";
        Assert.Contains("have not been worked out yet", await Text(browser, page));
        await g.Bought(id, "2031-02-03", 1234_50, category: "oil change");
        await g.AddAsset(id, "沪A12345");
        await g.AddContract(id, "2030-06-01", until: "2031-06-01");
        await g.Stands(id, grade: "A", state: "Overdue", nextDay: "2031-04-01", type: "Loyalist", satisfaction: 30);
        await g.WorkedOut();
        var html = await Text(browser, page);
        foreach (var text in new[] { "张三丰", "Purchase: oil change", "1,234", "沪A12345", "Call: a purchase is overdue", "Offer to renew the contract", "Ask what went wrong", "Ask first whether", "Loyalist", "80 %: 22 Mar 2031 – 21 Apr 2031", "grade-a" }) Assert.Contains(text, html);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Send(page, $"{page}/notes", ("kind", "Need"), ("Words", "A <loan> car"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Send(page, $"{page}/consents", ("Purpose", "Service"), ("Channel", "Phone"), ("Given", "yes"), ("SaidOn", "2031-04-30"), ("Source", "counter"))).StatusCode);
        using (var wrong = await browser.Send(page, $"{page}/consents", ("Purpose", "Service"), ("Channel", "Phone"), ("Given", "no"), ("SaidOn", "2032-01-01"), ("Source", "kept words")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains("kept words", await wrong.Content.ReadAsStringAsync(Stop));
        }
        html = await browser.GetStringAsync(page, Stop);
        Assert.Contains("A &lt;loan&gt; car", html);
        Assert.DoesNotContain("Ask first whether", html);
        using var frontLine = await site.BrowserOf(g.Company, g.Company.FrontLine);
        Assert.DoesNotContain($"{page}/notes", await frontLine.GetStringAsync(page, Stop));
        using var foreign = await site.BrowserOf(g.Company, await g.Company.Person("So Uth", Regard.Organisation.Role.Manager, g.Company.South));
        using var hidden = await foreign.GetAsync(page, Stop);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Duplicates_are_found_merged_undone_and_told_apart_on_their_pages()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var g = await KnownCustomers.In(site.Office);
        var (a, b) = (await g.Add("张三", "13800138000"), await g.Add("张三", "138 0013 8000", email: "z@example.com"));
        using var browser = await site.BrowserOf(g.Company, g.Company.StoreManager);
        const string page = "/customers/duplicates";
        Assert.Contains("Nobody has looked yet", await Text(browser, page));
        await browser.Send(page, $"{page}/find");
        Assert.Contains("The search begins in a moment", await Text(browser, page));
        await new Timetable(site.Office.Office).LookForTwins(site.Office.Clock);
        var html = await Text(browser, page);
        Assert.Contains("Same phone number", html);
        Assert.Contains("differs", html);
        await browser.Send(page, $"{page}/merge", ("goesOn", a.ToString()), ("merged", b.ToString()));
        Assert.Contains("No pair is left", await Text(browser, page));
        using (var redirect = await browser.GetAsync($"/customers/{b}", Stop)) Assert.Equal($"/customers/{a}", redirect.Headers.Location!.ToString());
        Assert.Contains("Undo this merge", await Text(browser, "/customers/merges"));
        await browser.Send($"/customers/{a}", $"/customers/merges/{b}/undo");
        Assert.Contains("z@example.com", await Text(browser, $"/customers/{b}"));
        using (var wrong = await browser.Send($"/customers/{a}", $"/customers/{a}/merge", ("number", "99"))) Assert.Contains("There is no customer No. 99", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop)));
        using (var self = await browser.Send($"/customers/{a}", $"/customers/{a}/merge", ("number", "1"))) Assert.Contains("into itself", await self.Content.ReadAsStringAsync(Stop));
        await browser.Send(page, $"{page}/apart", ("one", a.ToString()), ("other", b.ToString()));
        Assert.Contains("No pair is left", await Text(browser, page));
        await browser.Send($"/customers/{a}", $"/customers/{a}/merge", ("number", "2"));
        Assert.Contains("No. 2 was merged into this customer", await Text(browser, $"/customers/{a}"));
    }

    [Fact]
    public async Task Programs_do_the_same_and_are_masked_the_same()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (g, me) = await PersonalDataTests.Marked(site.Office);
        await site.Office.Do(new UndoMerge((await site.Office.Do(new ListMerges())).Single().CustomerId));
        using var program = await site.ProgramOf(g.Company.StoreManager);
        using var analyst = await site.ProgramOf(g.Company.Analyst);
        foreach (var path in new[] { "/api/customers?sort=Newest", "/api/customers?query=1", $"/api/customers/{me}", "/api/customers/export.csv" })
        {
            Assert.Contains("ZQXJV", await program.GetStringAsync(path, Stop));
            Assert.DoesNotContain("ZQXJV", await analyst.GetStringAsync(path, Stop));
        }
        var found = await program.GetFromJsonAsync<JsonElement>("/api/customers?query=2", Stop);
        var other = found.GetProperty("rows")[0].GetProperty("customerId").GetString();
        (await program.PostAsJsonAsync($"/api/customers/{me}/merges", new { merged = other }, Stop)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Conflict, (await program.PostAsJsonAsync($"/api/customers/{me}/merges", new { merged = me }, Stop)).StatusCode);
        Assert.Equal(1, (await program.GetFromJsonAsync<JsonElement>("/api/customers/merges", Stop)).GetArrayLength());
        (await program.DeleteAsync($"/api/customers/merges/{other}", Stop)).EnsureSuccessStatusCode();
        (await program.PostAsJsonAsync($"/api/customers/{me}/notes", new { kind = "Need", words = "w" }, Stop)).EnsureSuccessStatusCode();
        (await program.PostAsJsonAsync($"/api/customers/{me}/consents", new { purpose = "Survey", channel = "Email", given = false, saidOn = "2031-05-01", source = "call" }, Stop)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync($"/api/customers/{me}/notes", new { kind = "Need", words = "" }, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await program.PostAsync("/api/customers/duplicates/search", null, Stop)).StatusCode);
        await new Timetable(site.Office.Office).LookForTwins(site.Office.Clock);
        Assert.True((await program.GetFromJsonAsync<JsonElement>("/api/customers/duplicates", Stop)).GetProperty("waiting").GetInt32() > 0);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsJsonAsync($"/api/customers/{me}/notes", new { kind = "Need", words = "w" }, Stop)).StatusCode);
        Assert.Contains("/api/customers/{id}/merges", await program.GetStringAsync("/api/openapi.json", Stop));
    }
}
