using System.Net;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
using Regard.Work;
namespace Regard.Web.Tests.Work;

public class WorkPagesTests
{
    [Fact]
    public async Task A_manager_asks_the_owner_hands_over_and_it_gets_done()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var manager = await site.BrowserOf(c, c.StoreManager);
        var form = $"/work/new?unit={c.Store(1)}";
        (string, string)[] asked = [("UnitId", c.Store(1).ToString()), ("Title", "Call back"), ("OwnerId", c.StoreManager.Person!.Value.ToString()), ("DueOn", "2031-05-03")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.Send(form, "/work/new", asked[..1])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.Send(form, "/work/new", asked)).StatusCode);
        var item = (await site.Office.Do(new ListMyWork(), c.StoreManager)).Mine.Single();
        var handOver = $"/work/{item.Id}/hand-over";
        await manager.Send(handOver, handOver, ("OwnerId", c.FrontLine.Person!.Value.ToString()));

        using var frontLine = await site.BrowserOf(c, c.FrontLine);
        Assert.Contains("Call back", await frontLine.GetStringAsync("/work", TestContext.Current.CancellationToken));
        await frontLine.Send("/work", $"/work/{item.Id}/done");
        Assert.DoesNotContain("Call back", await frontLine.GetStringAsync("/work", TestContext.Current.CancellationToken));
    }
}
