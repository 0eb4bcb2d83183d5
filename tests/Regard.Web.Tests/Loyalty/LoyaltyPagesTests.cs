using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Loyalty;
using Regard.Storage;
using Regard.Tests.Loyalty;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Loyalty;

public sealed class LoyaltySite : SeenSite
{
    protected override async Task<Company> Fill(TestSite site) => (await LoyaltyPagesTests.Base(site)).Company;
}

public class LoyaltyPagesTests(LoyaltySite seen, EmptySite empty) : IClassFixture<LoyaltySite>, IClassFixture<EmptySite>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Twenty customers a store, one of them overdue.</summary>
    internal static async Task<GivenBase> Base(TestSite site)
    {
        var given = await GivenBase.In(site.Office);
        await site.Office.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 365 }), given.Company.Executive);
        for (var store = 1; store <= 4; store++)
            await given.Customers([.. Enumerable.Range(1, 20).Select(i => (store, i % 2 == 0 ? "fleet" : "private", (IReadOnlyList<(DateOnly, long)>)[.. Enumerable.Range(0, 1 + i % 4).Select(k => (new DateOnly(2031, 1, 1).AddDays(-i * 9 + 20 * k), 1000L * i))]))]);
        await given.WorkOut();
        return given;
    }

    [Theory]
    [InlineData("/loyalty", "Who brings how much")]
    [InlineData("/loyalty/churn", "Share of A and B among the lost")]
    [InlineData("/loyalty/matrix", "Nobody to cross yet")]
    [InlineData("/loyalty/overdue", "later than their own rhythm")]
    [InlineData("/loyalty/risk", "No risk can be told yet")]
    [InlineData("/loyalty/segments", "No segment yet")]
    public async Task Each_view_is_there_for_those_who_may_see_the_unit(string path, string shown)
    {
        await seen.Shows(path, shown);
        Assert.Contains("aria-current=\"page\"", await (await seen.Browser(seen.Company.Executive)).GetStringAsync(path, Stop));
    }

    [Theory]
    [InlineData("/loyalty"), InlineData("/loyalty/churn"), InlineData("/loyalty/matrix"), InlineData("/loyalty/overdue"), InlineData("/loyalty/risk"), InlineData("/loyalty/segments")]
    public async Task Before_the_first_customer_each_view_says_what_to_do(string path)
    {
        var browser = await empty.Browser(empty.Company.Executive);
        Assert.Contains("href=\"/customers/import\"", await browser.GetStringAsync(path, Stop));
    }

    [Fact]
    public async Task A_segment_is_previewed_saved_listed_changed_and_archived_by_forms_alone()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await Base(site);
        using var browser = await site.BrowserOf(given.Company, given.Company.Analyst);
        using var preview = await browser.Send("/loyalty/segments/new", "/loyalty/segments/preview", ("Segments", "fleet"));
        Assert.Contains("50.0 % of all customers here", await preview.Content.ReadAsStringAsync(Stop));
        using var unnamed = await browser.Send("/loyalty/segments/new", "/loyalty/segments", ("Segments", "fleet"), ("SpentYearFrom", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unnamed.StatusCode);
        Assert.Contains("value=\"12\"", await unnamed.Content.ReadAsStringAsync(Stop));
        using var saved = await browser.Send("/loyalty/segments/new", "/loyalty/segments", ("Name", "Fleets"), ("Segments", "fleet"), ("SpentYearFrom", "12"), ("RiskTo", "50"));
        var page = saved.Headers.Location!.ToString();
        var html = await browser.GetStringAsync(page, Stop);
        Assert.Contains("Spent in 12 months: at least 12.00", html);
        Assert.Contains("Risk of leaving, %: at most 50 %", html);
        Assert.Contains("name=\"SpentYearFrom\" inputmode=\"decimal\" value=\"12\"", await browser.GetStringAsync(page + "/edit", Stop));
        using var archived = await browser.Send(page, page + "/archive");
        Assert.Contains("No segment yet", await browser.GetStringAsync("/loyalty/segments", Stop));
        using var clusters = await browser.GetAsync("/loyalty/segments/clusters?features=Recency&features=Amount&clusters=3", Stop);
        Assert.Contains("3 clusters", await clusters.Content.ReadAsStringAsync(Stop));
        using var manager = await site.BrowserOf(given.Company, given.Company.StoreManager);
        using var forbidden = await manager.GetAsync("/loyalty/segments/new", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task Rules_are_changed_on_their_page_and_wrong_ones_come_back_with_what_was_typed()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await Base(site);
        using var browser = await site.BrowserOf(given.Company, given.Company.Executive);
        using var wrong = await browser.Send("/loyalty/rules", "/loyalty/rules/grades", ("Basis", "Revenue"), ("Method", "Shares"), ("Months", "12"), ("CutA", "90"), ("CutB", "80"), ("CutC", "95"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var html = await wrong.Content.ReadAsStringAsync(Stop);
        Assert.Contains("The shares rise from A to D", html);
        Assert.Contains("value=\"90\"", html);
        using var right = await browser.Send("/loyalty/rules", "/loyalty/rules/grades", ("Basis", "Revenue"), ("Method", "Amounts"), ("Months", "24"), ("CutA", "100"), ("CutB", "50"), ("CutC", "20"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        using var days = await browser.Send("/loyalty/rules", "/loyalty/rules/churn", ("Days", "90"), ("Segment", "fleet"), ("SegmentDays", "30"), ("Segment", "private"), ("SegmentDays", ""));
        Assert.Equal(HttpStatusCode.Redirect, days.StatusCode);
        var rules = await site.Office.Do(new ListLoyaltyRules());
        Assert.Equal([10_000, 5_000, 2_000], rules.Grades[0].Cuts);
        Assert.Equal((30, 90, 90), (rules.Churn[0].DaysOf("fleet"), rules.Churn[0].DaysOf("private"), rules.Churn[0].DaysOf("")));
        Assert.Contains("worked out in the background", await browser.GetStringAsync("/loyalty", Stop));
    }

    [Fact]
    public async Task A_program_reads_the_same_numbers()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await Base(site);
        using var program = await site.ProgramOf(given.Company.Executive);
        var all = await program.GetFromJsonAsync<JsonElement>("/api/loyalty/base", Stop);
        Assert.Equal(80, all.GetProperty("base").GetProperty("counts").EnumerateArray().Sum(c => c.GetProperty("customers").GetInt64()));
        Assert.Equal(40, all.GetProperty("below")[0].GetProperty("base").GetProperty("counts").EnumerateArray().Sum(c => c.GetProperty("customers").GetInt64()));
        Assert.Equal("A", (await program.GetFromJsonAsync<JsonElement>("/api/loyalty/matrix", Stop)).GetProperty("cells")[0].GetProperty("byGrade")[0].GetProperty("grade").GetString());
        Assert.Equal(5, (await program.GetFromJsonAsync<JsonElement>("/api/loyalty/churn", Stop)).GetProperty("rates").GetArrayLength());
        using var nobody = new HttpClient { BaseAddress = site.Address };
        using var refused = await nobody.GetAsync("/api/loyalty/base", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }
}
