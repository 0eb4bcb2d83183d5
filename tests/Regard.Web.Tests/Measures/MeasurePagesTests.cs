using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Improvement;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Measures;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Measures;

public sealed class MeasuredSite : SeenSite
{
    public Id<Wave> Wave { get; private set; }

    protected override async Task<Company> Fill(TestSite site)
    {
        (var survey, Wave) = await MeasurePagesTests.Measured(site);
        return survey.Company;
    }
}

public class MeasurePagesTests(MeasuredSite seen) : IClassFixture<MeasuredSite>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Forty answers in stores 1 to 3, three in store 4.</summary>
    internal static async Task<(Survey Survey, Id<Wave> Wave)> Measured(TestSite site, bool frozen = false)
    {
        var survey = await Survey.In(await Company.In(site.Office));
        var wave = await survey.OpenWave();
        var chance = new Random(11);
        foreach (var (store, n) in new[] { (1, 40), (2, 40), (3, 40), (4, 3) })
            await survey.Answer(wave, survey.Company.Store(store), n, _ => Survey.Drawn(chance, 0.6), comment: i => store == 1 && i == 0 ? "<b>So slow</b>" : null);
        await survey.Fold(wave);
        if (frozen)
        {
            await new WaveClosing(site.Office.Office).Run(wave, site.Office.Installation);
            site.Office.Clock.Now += TimeSpan.FromDays(1);
        }
        return (survey, wave);
    }

    [Fact]
    public async Task Groups_of_customers_are_shown_apart_or_the_page_says_what_it_needs()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, _) = await Measured(site);
        using var browser = await site.BrowserOf(survey.Company, survey.Company.Analyst);
        foreach (var by in new[] { "Spend", "Participation", "Tenure" }) Assert.Contains("Nothing tells these respondents apart", await browser.GetStringAsync($"/index/groups?by={by}", Stop));
        using var wrong = await browser.GetAsync("/index/groups?cuts=500+100", Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Cuts are amounts that rise.", await wrong.Content.ReadAsStringAsync(Stop));
        foreach (var by in new[] { "Segment", "Grade", "Spend" }) Assert.Contains("Nothing tells these respondents apart", await browser.GetStringAsync($"/index/importance?by={by}", Stop));
        Assert.Contains("href=\"/index/importance?", await browser.GetStringAsync("/index", Stop));
        Assert.Contains("New less existing", await browser.GetStringAsync("/index?split=12", Stop));
        Assert.DoesNotContain("New less existing", await browser.GetStringAsync("/index", Stop));
    }

    [Fact]
    public async Task The_index_page_shows_numbers_with_interval_and_n_and_leads_to_their_origin()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, wave) = await Measured(site);
        using var browser = await site.BrowserOf(survey.Company, survey.Company.Executive);
        var html = await browser.GetStringAsync("/index", Stop);
        Assert.Contains("n 80", html);
        Assert.Contains("n &lt; 10", await browser.GetStringAsync($"/index?unit={survey.Company.South}", Stop));
        Assert.Contains($"/index/trace?wave={wave}&amp;unit={survey.Company.North}&amp;measure=index", html);
        var trace = await browser.GetStringAsync($"/index/trace?wave={wave}&unit={survey.Company.North}&measure=dimension:A%2Fgap", Stop);
        Assert.Contains("Gap to expectation", trace);
        Assert.Contains("a1_P", trace);
        Assert.Contains(FormJson.Hash(Survey.Form)[..12], trace);
        Assert.Contains("id=\"rater\"", await browser.GetStringAsync("/index/definitions", Stop));
    }

    [Theory]
    [InlineData("/index/drivers", "Share (LMG)")]
    [InlineData("/index/priorities", "Importance and performance")]
    [InlineData("/index/expectations", "Expected and perceived over the waves")]
    [InlineData("/index/comparison", "beside others")]
    [InlineData("/index/model", "path-diagram")]
    [InlineData("/index/stages", "Points left to gain")]
    [InlineData("/gaps", "Unmeasured links (3 indicators)")]
    [InlineData("/gaps/mirror", "Nobody was asked to look into the mirror")]
    [InlineData("/gaps/rater", "The five service dimensions were not all asked")]
    [InlineData("/index/control", "needs at least 4 frozen waves; there are 0")]
    public async Task Each_view_is_there_for_those_who_may_see_the_unit(string path, string shown)
    {
        var html = await seen.North(path, $"wave={seen.Wave}&");
        Assert.Contains(shown, html);
        Assert.Contains($"href=\"{path}?wave={seen.Wave}&amp;unit={seen.Company.North}\" aria-current=\"page\"", html);
        Assert.Contains("aria-current=\"page\"", await (await seen.Browser(seen.Company.Executive)).GetStringAsync(path, Stop));
    }

    [Theory]
    [InlineData("/index/drivers")]
    [InlineData("/index/priorities")]
    [InlineData("/index/model")]
    public async Task A_view_of_a_unit_with_few_answers_says_that_it_is_withheld(string path)
    {
        var browser = await seen.Browser(seen.Company.Executive);
        Assert.Contains("Withheld: too few answered here", await browser.GetStringAsync($"{path}?wave={seen.Wave}&unit={seen.Company.Store(4)}", Stop));
    }

    [Fact]
    public async Task Comments_are_shown_as_written_and_only_to_those_who_may_read_them()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, _) = await Measured(site);
        using var manager = await site.BrowserOf(survey.Company, survey.Company.StoreManager);
        Assert.Contains("&lt;b&gt;So slow&lt;/b&gt;", await manager.GetStringAsync("/index", Stop));
        using var frontLine = await site.BrowserOf(survey.Company, survey.Company.FrontLine);
        Assert.DoesNotContain("So slow", await frontLine.GetStringAsync("/index", Stop));
    }

    [Fact]
    public async Task Units_outside_ones_own_are_not_found()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, wave) = await Measured(site);
        using var manager = await site.BrowserOf(survey.Company, survey.Company.StoreManager);
        foreach (var path in new[] { $"/index?wave={wave}&unit={survey.Company.Group}", $"/index/trace?wave={wave}&unit={survey.Company.Store(2)}&measure=index", $"/?unit={survey.Company.North}" })
            Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(path, Stop)).StatusCode);
    }

    [Fact]
    public async Task The_export_holds_what_the_caller_may_see_and_nothing_withheld()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, wave) = await Measured(site);
        using var browser = await site.BrowserOf(survey.Company, survey.Company.Executive);
        var lines = (await browser.GetStringAsync($"/index/results.csv?wave={wave}", Stop)).Split("\r\n");
        Assert.StartsWith("unit,unit_name,measure,value", lines[0]);
        Assert.Contains(lines, l => l.StartsWith("N,North,index,", StringComparison.Ordinal) && l.Contains(",80,"));
        Assert.All(lines.Where(l => l.StartsWith("S4,", StringComparison.Ordinal)), l => Assert.Contains(",,,,,,,TooFew,", l));
    }

    [Fact]
    public async Task Programs_ask_the_same_questions()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, wave) = await Measured(site);
        using var program = await site.ProgramOf(survey.Company.Executive);
        var overview = await program.GetFromJsonAsync<JsonElement>("/api/measures/overview", Stop);
        Assert.Equal("index", overview.GetProperty("heads")[0].GetProperty("measure").GetString());
        var index = await program.GetFromJsonAsync<JsonElement>($"/api/measures/waves/{wave}/index?unit={survey.Company.North}", Stop);
        Assert.Equal(80, index.GetProperty("units")[0].GetProperty("figures")[0].GetProperty("figure").GetProperty("n").GetInt64());
        var number = await program.GetFromJsonAsync<JsonElement>($"/api/measures/waves/{wave}/number?unit={survey.Company.North}&measure=nps", Stop);
        Assert.Equal("nps", number.GetProperty("definition").GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/api/measures/waves/{Guid.NewGuid()}/index", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsync($"/api/measures/waves/{wave}/rebuild", null, Stop)).StatusCode);
        using var analyst = await site.ProgramOf(survey.Company.Analyst);
        Assert.Equal(123, await (await analyst.PostAsync($"/api/measures/waves/{wave}/rebuild", null, Stop)).Content.ReadFromJsonAsync<long>(Stop));
        await new WaveClosing(site.Office.Office).Run(wave, survey.Company.Analyst);
        Assert.True((await analyst.GetFromJsonAsync<JsonElement>($"/api/measures/waves/{wave}/verification", Stop)).GetProperty("unchanged").GetBoolean());
    }

    [Fact]
    public async Task Before_the_first_wave_the_pages_say_what_to_do()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var company = await Company.In(site.Office);
        using var browser = await site.BrowserOf(company, company.Executive);
        foreach (var path in new[] { "/", "/index" }) Assert.Contains("publish a form, plan a wave", await browser.GetStringAsync(path, Stop));
        Assert.Contains("No plans", await browser.GetStringAsync("/plans", Stop));
        Assert.Contains("Nothing waits for you.", await browser.GetStringAsync("/work", Stop));
    }
}
