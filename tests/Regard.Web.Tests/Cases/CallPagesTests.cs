using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Regard.Cases;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class CallPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_told_by_the_telephone_system_stands_on_the_agents_page_within_two_seconds_and_becomes_a_case()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var g = await KnownCustomers.In(site.Office);
        await g.Add("王小明", "13800138000");
        using var agent = await site.BrowserOf(g.Company, g.Company.FrontLine);
        using var telephone = await site.ProgramOf(g.Company.Administrator);
        var before = await agent.GetStringAsync("/calls", Stop);
        Assert.Contains("hx-get=\"/calls/live\" hx-trigger=\"every 1s\"", before);
        Assert.DoesNotContain("王小明", before);
        var passed = Stopwatch.StartNew();
        using (var told = await telephone.PostAsJsonAsync("/api/calls", new { callId = "77", from = "138 0013 8000", to = "400100", at = "2031-05-01T09:00:00Z", agentEmail = "fran.line@example.com", state = "Answered" }, Stop)) Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.Contains("王小明", await agent.GetStringAsync("/calls/live", Stop));
        Assert.True(passed.Elapsed < TimeSpan.FromSeconds(1), "The page asks every second, so the way there may take one.");
        var call = (await site.Office.Do(new ListLiveCalls(), g.Company.FrontLine)).Single().Call;
        var page = $"/calls/{call.Id}";
        using (var empty = await agent.Send(page, page, ("Words", "It rattles"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using (var saved = await agent.Send(page, page, ("Purpose", "Complaint"), ("Words", "It <b>rattles</b>"), ("Severity", "Serious"), ("Anger", "2"))) Assert.Equal("/cases/1", saved.Headers.Location!.OriginalString);
        Assert.Contains("It &lt;b&gt;rattles&lt;/b&gt;", await agent.GetStringAsync(page, Stop));
        Assert.DoesNotContain("王小明", await agent.GetStringAsync("/calls/live", Stop));
        using var anybody = site.Browser();
        Assert.NotEqual(HttpStatusCode.OK, (await anybody.PostAsJsonAsync("/api/calls", new { callId = "78", state = "Ringing" }, Stop)).StatusCode);
    }
}
