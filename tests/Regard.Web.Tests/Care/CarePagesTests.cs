using System.Net;
using System.Text.RegularExpressions;
using Regard.Care;
using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Care;

public class CarePagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<(Company Company, long Number)> Given(TestSite site)
    {
        var c = await Company.In(site.Office);
        await site.Office.Do(new SetAuthorities("CNY", new() { Rows = [new() { Role = Role.FrontLine, Limit = 200_00, MonthlyPool = 500_00 }] }), c.Executive);
        return (c, (await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "The soup was cold" }, c.FrontLine)).Number);
    }

    [Fact]
    public async Task A_clerk_refunds_on_the_page_of_the_case_and_a_head_agrees_to_more()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (c, number) = await Given(site);
        using var clerk = await site.BrowserOf(c, c.FrontLine);
        var page = $"/cases/{number}";
        Assert.Contains("You may give up to 200.00 CNY now", await clerk.GetStringAsync(page, Stop));
        using var nonsense = await clerk.Send(page, $"{page}/remedies", ("remedy.Kind", "Refund"), ("remedy.Amount", "much"), ("remedy.Words", "For the soup"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
        Assert.Contains("much is no amount.", await nonsense.Content.ReadAsStringAsync(Stop));
        (string, string)[] refund = [("remedy.Key", Guid.NewGuid().ToString()), ("remedy.Kind", "Refund"), ("remedy.Amount", "50"), ("remedy.Words", "For the soup")];
        for (var i = 0; i < 2; i++)
        {
            using var sent = await clerk.Send(page, $"{page}/remedies", refund);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }
        var shown = await clerk.GetStringAsync(page, Stop);
        Assert.Contains("You may give up to 150.00 CNY now", shown);
        Assert.Single(Regex.Matches(shown, "Refund 50.00 CNY"));
        using var more = await clerk.Send(page, $"{page}/remedies", ("remedy.Key", Guid.NewGuid().ToString()), ("remedy.Kind", "Refund"), ("remedy.Amount", "151"), ("remedy.Words", "And the evening"));
        Assert.Contains("waits for Eve Executive", await clerk.GetStringAsync(page, Stop));
        using var head = await site.BrowserOf(c, c.StoreManager);
        Assert.DoesNotContain("/judge", await head.GetStringAsync(page, Stop));
        using var executive = await site.BrowserOf(c, c.Executive);
        var judge = Regex.Match(await executive.GetStringAsync(page, Stop), $"action=\"({page}/remedies/([0-9a-f-]+)/judge)\"");
        using var agreed = await executive.Send(page, judge.Groups[1].Value, ($"judge-{judge.Groups[2].Value}.agrees", "yes"));
        Assert.Contains("decided by Eve Executive", await clerk.GetStringAsync(page, Stop));
    }

    [Fact]
    public async Task An_executive_sets_authorities_budgets_and_the_catalogue_and_reads_the_ledger()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (c, number) = await Given(site);
        using var executive = await site.BrowserOf(c, c.Executive);
        using var set = await executive.Send("/care/authorities", "/care/authorities", ("Role", "FrontLine"), ("Grade", "A"), ("Cause", ""), ("Limit", "300"), ("Pool", "900"), ("Role", ""), ("Grade", ""), ("Cause", ""), ("Limit", ""), ("Pool", ""));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Contains("300.00 CNY", await executive.GetStringAsync("/care/authorities", Stop));
        using var wrong = await executive.Send("/care/authorities", "/care/authorities", ("Role", "FrontLine"), ("Grade", ""), ("Cause", ""), ("Limit", "300"), ("Pool", "10"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var remedy = await executive.Send("/care/authorities", "/care/remedies", ("Kind", "ExtraService"), ("Name", "Free wash"), ("Cost", "30"));
        Assert.Contains("Free wash", await executive.GetStringAsync($"/cases/{number}", Stop));
        using var budget = await executive.Send("/care", "/care/budgets", ("Unit", c.Store(1).ToString()), ("FromMonth", "2031-05"), ("Amount", "1000"));
        Assert.Equal("/care?month=2031-05", budget.Headers.Location?.ToString());
        Assert.Contains("1,000 CNY", await executive.GetStringAsync("/care", Stop));
        using var clerk = await site.BrowserOf(c, c.FrontLine);
        Assert.DoesNotContain("/care/budgets", await clerk.GetStringAsync("/care", Stop));
        using var forbidden = await clerk.GetAsync("/care/use", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task What_was_given_is_exported_with_its_decision_and_runs_no_formula()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (c, number) = await Given(site);
        await site.Office.Do(new GrantRemedy(number, new(Guid.NewGuid()), GestureKind.Refund, 20_00, "=1+1"), c.FrontLine);
        using var manager = await site.BrowserOf(c, c.StoreManager);
        Assert.Contains($"{number},Refund,'=1+1,2000,Granted,", await manager.GetStringAsync("/care/export.csv?from=2031-05-01&until=2031-06-01", Stop));
        Assert.Contains("Fran Line", await manager.GetStringAsync("/care/use", Stop));
    }
}
