using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Regard.Storage;
using Regard.Tests;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Customers;

public class IntakePagesTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static async Task<string> Page(HttpClient browser, string path)
    {
        while (true)
        {
            var answer = await browser.GetAsync(path, Cancel);
            if (answer.StatusCode == HttpStatusCode.Redirect) return await Page(browser, answer.Headers.Location!.ToString());
            if (!answer.Headers.Contains("Refresh")) return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    static Task<HttpResponseMessage> Upload(HttpClient browser, string kind, string text) =>
        browser.Upload("/customers/import", "/customers/import", Encoding.UTF8.GetBytes(text), "客户.csv", ("kind", kind), ("currency", "CNY"));

    [Theory, EachDatabase]
    public async Task A_manager_looks_at_a_file_first_and_then_takes_it(Engine on)
    {
        await using var site = await TestSite.On(on);
        var company = await Company.In(site.Office);
        var browser = await site.BrowserOf(company, company.RegionalManager);
        Assert.Contains("No file has come in yet", await Page(browser, "/customers/import"));
        var kept = await Upload(browser, "Customers", "客户编号,姓名,手机,门店编码\nK1,李娜,138 0013 8000,N1\nK2,王伟,,S3\n");
        var trial = kept.Headers.Location!.ToString();
        var looked = await Page(browser, trial);
        Assert.Contains("Nothing has been written yet", looked);
        Assert.Contains("There is no unit S3.", looked);
        Assert.Contains("K2,王伟,,S3,", await Page(browser, trial.Replace("?", "/bad.csv?", StringComparison.Ordinal)));
        var taken = await browser.Send(trial, trial.Split('?')[0], ("kind", "Customers"), ("currency", "CNY"), ("mode", "GoodRows"));
        var report = await Page(browser, taken.Headers.Location!.ToString());
        Assert.Contains("1 rows were taken, 1 turned away.", report);
        Assert.Contains("客户.csv", await Page(browser, "/customers/import"));
        Assert.Contains("external_id,name", await Page(browser, "/customers/import/template/Customers.csv"));
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_read_is_said_on_the_page_and_those_who_may_not_see_none(Engine on)
    {
        await using var site = await TestSite.On(on);
        var company = await Company.In(site.Office);
        var browser = await site.BrowserOf(company, company.Executive);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Upload(browser, "Customers", "")).StatusCode);
        var kept = await Upload(browser, "Events", "customer,kind\nK1,purchase\n");
        Assert.Contains("The column date", await Page(browser, kept.Headers.Location!.ToString()));
        var analyst = await site.BrowserOf(company, company.Analyst);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/customers/import", Cancel)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Programs_send_rows_as_json_or_csv_and_get_the_same_report(Engine on)
    {
        await using var site = await TestSite.On(on);
        var company = await Company.In(site.Office);
        var program = await site.ProgramOf(company.Executive);
        var rows = new[] { new { externalId = "K1", name = "李娜\n", phone = "13800138000" }, new { externalId = "", name = "nobody", phone = "" } };
        var bad = await program.PostAsJsonAsync("/api/customers", rows, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Equal(3, (int)(await bad.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["report"]!["problems"]![0]!["line"]!);
        Assert.Equal(1, (int)(await (await program.PostAsJsonAsync("/api/customers", rows[..1], Cancel)).Content.ReadFromJsonAsync<JsonNode>(Cancel))!["report"]!["added"]!);
        var csv = await program.PostAsync("/api/events?currency=CNY&dryRun=true", new StringContent("customer,kind,date,amount\nK1,purchase,2031-01-05,12.5\n", Encoding.UTF8, "text/csv"), Cancel);
        Assert.True((bool)(await csv.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["report"]!["dryRun"]!);
        var json = await program.PostAsJsonAsync("/api/events?currency=CNY", new[] { new { customer = "K1", kind = "purchase", date = "2031-01-05", amount = 12.5 } }, Cancel);
        Assert.Equal(1, (int)(await json.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["report"]!["added"]!);
        foreach (var wrong in new[] { "{}", "[1]", "[{\"a\":{}}]", "[", "[{\"externalId\":\"\\ud800\"}]" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsync("/api/customers", new StringContent(wrong, Encoding.UTF8, "application/json"), Cancel)).StatusCode);
        Assert.Contains("/api/events", await program.GetStringAsync("/api/openapi.json", Cancel));
        Assert.Equal(2, (await program.GetFromJsonAsync<JsonArray>("/api/customer-imports", Cancel))!.Count(i => (long)i!["report"]!["taken"]! == 1));
    }
}
