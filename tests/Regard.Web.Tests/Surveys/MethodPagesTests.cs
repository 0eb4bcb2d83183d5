using System.Net;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Web.Tests.Measures;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Surveys;

public class MethodPagesTests(MeasuredSite seen) : IClassFixture<MeasuredSite>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_purpose_leads_to_a_form_a_sample_and_a_plan()
    {
        var analyst = await seen.Browser(seen.Company.Analyst);
        var list = await analyst.GetStringAsync("/surveys/method", Stop);
        foreach (var method in ResearchMethod.All)
        {
            Assert.Contains($"/surveys/method/{method.Purpose}", list);
            Assert.Contains("What is made of the answers", await analyst.GetStringAsync($"/surveys/method/{method.Purpose}", Stop));
        }
    }

    [Fact]
    public async Task Each_analysis_of_a_plan_is_a_page_that_is_there()
    {
        var executive = await seen.Browser(seen.Company.Executive);
        foreach (var path in ResearchMethod.All.SelectMany(m => m.Plan).Select(s => s.Path).OfType<string>().Distinct())
        {
            using var answer = await executive.GetAsync(path, Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task The_sample_follows_from_the_margin_wished_for_and_the_spread_of_ones_own_answers()
    {
        var analyst = await seen.Browser(seen.Company.Analyst);
        Assert.Contains("Your newest index had a spread of", await analyst.GetStringAsync("/surveys/method/Index", Stop));
        // 1.96 squared times 20 squared over 3 squared is 170.7; Student's quantile asks for two more.
        Assert.Contains("<p class=\"mb-0\">174 answers from each unit", await analyst.GetStringAsync("/surveys/method/Index?margin=3&spread=20", Stop));
        using var wrong = await analyst.GetAsync("/surveys/method/Index?margin=x&spread=20", Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Between 0.5 and 50 points.", await wrong.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task The_wizard_starts_the_form_of_its_purpose()
    {
        var analyst = await seen.Browser(seen.Company.Analyst);
        using var started = await analyst.Send("/surveys/method/Kano", "/surveys/method/Kano", ("name", "What pleases"));
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var form = await analyst.GetStringAsync(started.Headers.Location, Stop);
        Assert.Contains("What pleases", form);
        Assert.Contains("pickup_d", form);
        await seen.IsForbidden("/surveys/method", seen.Company.StoreManager);
    }
}
