using System.Net;
using Regard.Cases;
using Regard.Post;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class CaseMailPagesTests
{
    [Fact]
    public async Task What_is_written_to_a_customer_by_mail_on_the_page_of_a_case_is_sent_and_administrators_say_where_customers_find_us()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var administrator = await site.BrowserOf(c, c.Administrator);
        using (var wrong = await administrator.Send("/channels", "/channels/address", ("Url", "care"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var saved = await administrator.Send("/channels", "/channels/address", ("Url", "https://care.example.com"))) Assert.Equal("/channels", saved.Headers.Location!.OriginalString);
        await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "It rattles", ContactEmail = "li.na@example.com" }, c.FrontLine);
        using var frontLine = await site.BrowserOf(c, c.FrontLine);
        using (var sent = await frontLine.Send("/cases/1", "/cases/1/notes", ("note.kind", "Sent"), ("note.channel", "Mail"), ("note.words", "We are sorry. Bring it in today."))) Assert.NotEqual(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var message = Assert.Single((await site.Office.Do(new ListMessages(new()))).Rows);
        Assert.Equal(("li.na@example.com", 1L), (message.Recipient, message.CaseNumber!.Value));
    }
}
