using System.Net;
using System.Text.RegularExpressions;
using Regard.Storage;
using Regard.Tests.Cases;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class MailsAsidePagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_manager_reads_why_a_mail_was_put_aside_and_makes_it_a_case_by_one_button()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        await GivenMails.Came(site.Office, c.Store(1), GivenMails.OutOfOffice);
        using var manager = await site.BrowserOf(c, c.StoreManager);
        var html = await manager.GetStringAsync("/cases/mails-aside", Stop);
        Assert.Contains("Answered by a program", html);
        Assert.Contains("&lt;b&gt;away&lt;/b&gt;", html);
        var path = Regex.Match(html, "/cases/mails-aside/[0-9a-zA-Z-]+").Value;
        using (var made = await manager.Send("/cases/mails-aside", path)) Assert.Equal("/cases/1", made.Headers.Location!.OriginalString);
        Assert.Contains("your brakes failed", await manager.GetStringAsync("/cases/1", Stop));
        Assert.Contains("No mail was put aside", await manager.GetStringAsync("/cases/mails-aside", Stop));
        using (var twice = await manager.Send("/cases/1", path)) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using var clerk = await site.BrowserOf(c, c.FrontLine);
        using var refused = await clerk.GetAsync("/cases/mails-aside", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
