using System.Net;
using Regard.Cases;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class FollowUpPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_notes_by_one_button_how_it_is_a_week_later_and_what_is_not_well_opens_again()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        foreach (var words in new[] { "More chairs", "More <b>light</b>" })
        {
            var heard = await site.Office.Do(new HearCase { UnitId = c.Store(1), Kind = CaseKind.Suggestion, Words = words, ContactPhone = "13800138000" }, c.FrontLine);
            await site.Office.Do(new CloseCase(heard.Number, CloseReason.NoAnswer, "Done"), c.FrontLine);
        }
        site.Office.Clock.Now = site.Office.Clock.Now.AddDays(7);
        using var clerk = await site.BrowserOf(c, c.FrontLine);
        Assert.Contains("Nobody to ask", await clerk.GetStringAsync("/follow-ups", Stop));
        await site.Office.Do(new PutFollowUps());
        var html = await clerk.GetStringAsync("/follow-ups", Stop);
        Assert.Contains("tel:13800138000", html);
        Assert.Contains("More &lt;b&gt;light&lt;/b&gt;", html);
        var rows = (await site.Office.Do(new ListFollowUps(), c.StoreManager)).Rows;
        var (fine, bad) = (rows.Single(r => r.Number == 1), rows.Single(r => r.Number == 2));
        using (var nothing = await clerk.Send("/follow-ups", $"/follow-ups/1/{fine.Id}", ("words", "kept words"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using (var well = await clerk.Send("/follow-ups", $"/follow-ups/1/{fine.Id}", ("outcome", "Fine"))) Assert.Equal("/follow-ups", well.Headers.Location!.OriginalString);
        using (var again = await clerk.Send("/follow-ups", $"/follow-ups/1/{fine.Id}", ("outcome", "Fine"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        using (var worse = await clerk.Send("/follow-ups", $"/follow-ups/2/{bad.Id}", ("outcome", "NotFine"), ("words", "Still dark"))) Assert.Equal("/cases/2", worse.Headers.Location!.OriginalString);
        Assert.Equal(CaseState.Open, (await site.Office.Do(new ShowCase(2), c.FrontLine)).Case.State);
        Assert.Contains("Nobody to ask", await clerk.GetStringAsync("/follow-ups", Stop));
    }
}
