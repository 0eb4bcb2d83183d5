using System.Net;
using Regard.Cases;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Surveys;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class LowScorePagesTests
{
    [Fact]
    public async Task A_manager_reads_the_answer_behind_a_case_and_front_line_does_not()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenWave.Open(site.Office);
        await new LowScoreWatch(site.Office.Office).Run(site.Office.Installation);
        var link = (await given.Invite("K1"))[0];
        var answers = GivenWave.Answers();
        answers["nps"] = Answer.Of(1);
        await site.Office.Do(Respondent.ByLink(link.Token).Submit(answers, Language.English, null));
        await new LowScoreWatch(site.Office.Office).Run(site.Office.Installation);
        using var manager = await site.BrowserOf(given.Company, given.Company.StoreManager);
        var page = await manager.GetStringAsync("/cases/1/answer", TestContext.Current.CancellationToken);
        Assert.Contains("等了两小时", page);
        Assert.Contains("1 on the scale from 0 to 10", page);
        using var frontLine = await site.BrowserOf(given.Company, given.Company.FrontLine);
        using var refused = await frontLine.GetAsync("/cases/1/answer", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
