using System.Net;
using Regard.Cases;
using Regard.Customers;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class CallBackPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_executive_sets_a_rule_and_the_front_line_notes_an_outcome_by_one_button()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var g = await KnownCustomers.In(site.Office);
        using var executive = await site.BrowserOf(g.Company, g.Company.Executive);
        (string, string)[] rule = [("UnitId", g.Company.Group.ToString()), ("Kind", "WorkOrder"), ("Days", "0"), ("RestDays", "30"), ("MostAttempts", "3"), ("AgainHours", "4"), ("From", "08:00"), ("Until", "20:00"), ("Since", "2031-04-01"), ("IsOn", "true")];
        using (var wordless = await executive.Send("/call-backs/rules", "/call-backs/rules", rule)) Assert.Equal(HttpStatusCode.UnprocessableEntity, wordless.StatusCode);
        using (var saved = await executive.Send("/call-backs/rules", "/call-backs/rules", [.. rule, ("Simplified", "车还好吗？")])) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await g.Bought(await g.Add("王小明", "13800138000"), "2031-05-01", kind: EventKind.WorkOrder);
        await site.Office.Do(new PutCallBacks());
        using var frontLine = await site.BrowserOf(g.Company, g.Company.FrontLine);
        var page = await frontLine.GetStringAsync("/call-backs", Stop);
        Assert.Contains("王小明", page);
        Assert.Contains("tel:13800138000", page);
        Assert.Contains("车还好吗？", page);
        var call = (await site.Office.Do(new ListCallBacks(), g.Company.FrontLine)).Calls.Single().Call;
        using (var empty = await frontLine.Send("/call-backs", $"/call-backs/{call.CustomerId}/{call.Id}", ("outcome", "Complaint"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using (var done = await frontLine.Send("/call-backs", $"/call-backs/{call.CustomerId}/{call.Id}", ("outcome", "Satisfied"))) Assert.Equal("/call-backs", done.Headers.Location!.OriginalString);
        Assert.DoesNotContain("王小明", await frontLine.GetStringAsync("/call-backs", Stop));
    }
}
