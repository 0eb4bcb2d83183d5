using System.Net;
using Regard.Loyalty;
using Regard.Storage;
using Regard.Tests.Loyalty;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Loyalty;

public sealed class LossSite : SeenSite
{
    protected override async Task<Company> Fill(TestSite site) => (await ReviewAndPayPagesTests.Base(site)).Given.Company;
}

public class ReviewAndPayPagesTests(LossSite seen) : IClassFixture<LossSite>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One A customer of store 1 lost yesterday, one who stays.</summary>
    internal static async Task<(GivenBase Given, string Review)> Base(TestSite site)
    {
        var given = await GivenBase.In(site.Office);
        await site.Office.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 180 }), given.Company.Executive);
        await site.Office.Do(new SetGradeRule(GradeBasis.Revenue, GradeMethod.Amounts, 12, [50_000, 20_000, 10_000]), given.Company.Executive);
        var lost = await given.Customer(1, "", "2030-11-01 900.00");
        await given.Customer(1, "", "2031-04-01 900.00");
        await given.WorkOut();
        return (given, $"/loyalty/reviews/{lost}/2031-04-30");
    }

    [Theory]
    [InlineData("/loyalty/reviews", "Why customers left")]
    [InlineData("/loyalty/silent", "Nobody goes without a word")]
    [InlineData("/loyalty/pay", "No ratio without your own costs")]
    [InlineData("/loyalty/worth", "Nobody has answered yet")]
    [InlineData("/loyalty/lag", "No frozen wave yet")]
    [InlineData("/loyalty/hidden", "Two lists, compared by hand")]
    [InlineData("/loyalty/repurchase", "Nobody has answered yet")]
    [InlineData("/loyalty/propensity", "Nobody was asked whether they told us")]
    [InlineData("/loyalty/wallet", "Nobody was asked yet")]
    public Task Each_view_is_there_for_those_who_may_see_the_unit(string path, string shown) => seen.Shows(path, shown);

    [Fact]
    public async Task A_manager_comes_from_the_task_to_the_review_and_writes_it()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (given, review) = await Base(site);
        using var manager = await site.BrowserOf(given.Company, given.Company.StoreManager);
        Assert.Contains($"href=\"{review}\"", await manager.GetStringAsync("/work", Stop));
        using var wrong = await manager.Send(review, review, ("Reason", "Other"), ("Text", ""), ("Todo", "Call once more"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Call once more", await wrong.Content.ReadAsStringAsync(Stop));
        using var right = await manager.Send(review, review, ("Reason", "Price"), ("Text", "Too dear"), ("Todo", "Call once more"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.DoesNotContain(review, await manager.GetStringAsync("/work", Stop));
        Assert.Contains("Price too high", await manager.GetStringAsync("/loyalty/reviews?show=Done", Stop));
    }

    [Fact]
    public async Task Notes_are_added_and_wrong_ones_come_back_with_what_was_typed()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (given, _) = await Base(site);
        using var manager = await site.BrowserOf(given.Company, given.Company.RegionalManager);
        using var wrong = await manager.Send("/loyalty/churn", "/loyalty/notes", ("unit", $"{given.Company.North}"), ("Day", ""), ("Text", "Prices raised"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"Prices raised\"", await wrong.Content.ReadAsStringAsync(Stop));
        using var right = await manager.Send("/loyalty/churn", "/loyalty/notes", ("unit", $"{given.Company.North}"), ("Day", "2031-02-01"), ("Text", "Prices raised"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Contains("<strong>Prices raised</strong>", await manager.GetStringAsync("/loyalty/churn", Stop));
    }

    [Fact]
    public async Task Market_shares_and_two_lists_are_typed_in()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (given, _) = await Base(site);
        using var analyst = await site.BrowserOf(given.Company, given.Company.Analyst);
        using var wrong = await analyst.Send("/loyalty/lag", "/loyalty/lag/shares", ("Unit", $"{given.Company.North}"), ("FromDay", "2031-01-01"), ("LastDay", "2031-03-31"), ("Share", "120"), ("Source", "Registrations"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var share = await analyst.Send("/loyalty/lag", "/loyalty/lag/shares", ("Unit", $"{given.Company.North}"), ("FromDay", "2031-01-01"), ("LastDay", "2031-03-31"), ("Share", "12.5"), ("Source", "Registrations"));
        Assert.Equal(HttpStatusCode.Redirect, share.StatusCode);
        Assert.Contains("12.5 %", await analyst.GetStringAsync("/loyalty/lag", Stop));
        using var lists = await analyst.Send("/loyalty/hidden", "/loyalty/hidden/lists", ("Unit", $"{given.Company.North}"), ("FromDay", "2031-01-01"), ("LastDay", "2031-03-31"), ("BothLists", "12"), ("SurveyOnly", "48"), ("RegisterOnly", "28"), ("Source", ""));
        Assert.Equal(HttpStatusCode.Redirect, lists.StatusCode);
        Assert.Contains("191 in all", await analyst.GetStringAsync("/loyalty/hidden", Stop));
        using var file = await analyst.GetAsync("/loyalty/silent.csv", Stop);
        Assert.StartsWith("number,name", (await file.Content.ReadAsStringAsync(Stop)).TrimStart('\uFEFF'));
    }
}
