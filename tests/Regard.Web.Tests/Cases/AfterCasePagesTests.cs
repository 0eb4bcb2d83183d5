using System.Net;
using Regard.Cases;
using Regard.Post;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class AfterCasePagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_scanner_that_follows_the_link_answers_nothing_and_the_customer_does_in_Chinese()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var g = await KnownCustomers.In(site.Office);
        await site.Office.Do(new SetPublicAddress("https://care.example.com"), g.Company.Administrator);
        var heard = await site.Office.Do(new HearCase { UnitId = g.Company.Store(1), Words = "Too slow", ContactEmail = "li.na@example.com", LanguageTag = "zh-Hans" }, g.Company.FrontLine);
        await g.Execute("update cases set customers_view = 'x', cause = 'TooSlow'");
        await site.Office.Do(new CloseCase(heard.Number, CloseReason.NoAnswer, "Done"), g.Company.FrontLine);
        site.Office.Clock.Now = site.Office.Clock.Now.AddDays(2);
        await site.Office.Do(new InviteAfterCases());
        var letter = (await g.Write(s => s.Many<string>("select letter from outbox"))).Single();
        var link = System.Text.RegularExpressions.Regex.Match(letter, "/rate/[A-Za-z0-9_-]+").Value;
        using var scanner = site.Browser();
        for (var i = 0; i < 3; i++) { using var seen = await scanner.GetAsync(link, Stop); Assert.Equal(HttpStatusCode.OK, seen.StatusCode); }
        using (var head = await scanner.SendAsync(new(HttpMethod.Head, link), Stop)) { }
        Assert.Null(await site.Office.Do(new ShowCaseRating(heard.Number), g.Company.RegionalManager));
        using var customer = site.Browser();
        Assert.Contains("投诉方便，处理及时。", await customer.GetStringAsync(link, Stop));
        using (var empty = await customer.PostAsync(link, new FormUrlEncodedContent([new("process", "5"), new("language", "zh-Hans")]), Stop)) Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using (var sent = await customer.PostAsync(link, new FormUrlEncodedContent([new("process", "5"), new("outcome", "4"), new("treatment", "5"), new("overall", "4"), new("language", "zh-Hans")]), Stop)) Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("您的回答已经保存", await customer.GetStringAsync(link, Stop));
        Assert.Equal(4, (await site.Office.Do(new ShowCaseRating(heard.Number), g.Company.RegionalManager))!.Find("outcome")!.Number);
        using var manager = await site.BrowserOf(g.Company, g.Company.StoreManager);
        Assert.Contains("After complaints", await manager.GetStringAsync("/after-complaints", Stop));
    }
}
