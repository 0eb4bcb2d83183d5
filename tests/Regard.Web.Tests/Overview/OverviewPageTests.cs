using System.Net;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.Measures;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Overview;

public class OverviewPageTests
{
    [Fact]
    public async Task The_overview_shows_index_trend_league_and_plans()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, _) = await MeasurePagesTests.Measured(site, frozen: true);
        using var browser = await site.BrowserOf(survey.Company, survey.Company.Executive);
        var html = await browser.GetStringAsync("/", TestContext.Current.CancellationToken);
        foreach (var said in new[] { "Satisfaction index", "n 123", "Index over the waves", "How the units compare", "Short boards in work", "Store 1", "data-chart" }) Assert.Contains(said, html);
    }

    [Fact]
    public async Task Each_language_has_the_overview()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, _) = await MeasurePagesTests.Measured(site, frozen: true);
        var who = survey.Company.Executive;
        using var browser = await site.BrowserOf(survey.Company, who);
        foreach (var (language, said) in new[] { (Language.SimplifiedChinese, "满意度指数"), (Language.TraditionalChinese, "各單位比較"), (Language.English, "How the units compare") })
        {
            await site.Office.Do(new Regard.Organisation.SetLanguage(language), who);
            Assert.Contains(said, await browser.GetStringAsync("/", TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Those_without_numbers_begin_where_their_work_is()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var company = await Company.In(site.Office);
        foreach (var (who, start) in new[] { (company.Administrator, "/organisation"), (company.Agency, "/waves") })
        {
            using var browser = await site.BrowserOf(company, who);
            using var answer = await browser.GetAsync("/", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Redirect, start), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }
        using var visitor = site.Browser();
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/", TestContext.Current.CancellationToken)).Headers.Location!.ToString());
    }
}
