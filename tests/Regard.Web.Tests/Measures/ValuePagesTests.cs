using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Files;
using Regard.Measures;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Measures;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Measures;

public class ValuePagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Value_is_shown_by_the_weights_that_an_analyst_sets()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, wave) = await MeasurePagesTests.Measured(site);
        var (c, unit) = (survey.Company, survey.Company.Store(1));
        using var analyst = await site.BrowserOf(c, c.Analyst);
        Assert.Contains("No wave asks for this yet", await analyst.GetStringAsync("/value", Stop));
        Assert.Contains("/surveys/method/Value", await analyst.GetStringAsync("/surveys/method", Stop));
        var page = $"/value?wave={wave}&unit={unit}";
        Assert.Contains($"href=\"/value?wave={wave}", await analyst.GetStringAsync($"/index?wave={wave}&unit={unit}", Stop));

        // The wave at hand asks other questions: benefits by its indicators, the effort by its own question.
        List<(string, string)> Weights(string effort) => [("wave", wave.ToString()), ("unit", unit.ToString()), ("before", "0"),
            .. ValueAspects.All.SelectMany(a => new[] { ($"{a}Weight", a switch { ValueAspect.Service => "1", ValueAspect.Effort => effort, _ => "0" }), ($"{a}Measures", a == ValueAspect.Service ? "dimension:A, dimension:B" : "ces"), ($"{a}Series", "") })];
        using var wrong = await analyst.Send(page, "/value/weights", [.. Weights("much")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("A weight lies between 0 and 1000.", await wrong.Content.ReadAsStringAsync(Stop));
        using var saved = await analyst.Send(page, "/value/weights", [.. Weights("1")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var html = await analyst.GetStringAsync("/value?unit=" + unit, Stop);
        Assert.Contains("Version 1, set on", html);
        Assert.Contains("Ease (CES)", html);

        using var reader = await site.BrowserOf(c, c.FrontLine);
        Assert.DoesNotContain("/value/weights", await reader.GetStringAsync(page, Stop));
        using var program = await site.ProgramOf(c.StoreManager);
        var whole = (await program.GetFromJsonAsync<JsonElement>($"/api/measures/waves/{wave}/value?unit={unit}", Stop)).GetProperty("whole");
        Assert.Equal(whole.GetProperty("benefit").GetProperty("value").GetDouble() - whole.GetProperty("cost").GetProperty("value").GetDouble(), whole.GetProperty("difference").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(40, whole.GetProperty("difference").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task The_list_of_needs_is_kept_on_its_page_and_comes_by_file()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, wave) = await MeasurePagesTests.Measured(site);
        var (c, unit) = (survey.Company, survey.Company.Store(1));
        using var analyst = await site.BrowserOf(c, c.Analyst);
        var page = $"/value/needs?wave={wave}&unit={unit}";
        (string, string)[] at = [("wave", wave.ToString()), ("unit", unit.ToString())];
        using var wrong = await analyst.Send(page, "/value/needs", [.. at, ("new", "true"), ("code", "N 1"), ("names.en", "<b>Soon</b>"), ("indicators", "A1"), ("importance", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Give the need a short code", await wrong.Content.ReadAsStringAsync(Stop));
        using var saved = await analyst.Send(page, "/value/needs", [.. at, ("new", "true"), ("code", "N1"), ("names.en", "<b>Soon</b>"), ("indicators", "A1"), ("importance", "60")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var html = await analyst.GetStringAsync(page, Stop);
        Assert.Contains("&lt;b&gt;Soon&lt;/b&gt;", html);
        Assert.Contains("weighed by how important customers say they are", html);

        using var api = await site.ProgramOf(c.Analyst);
        using var sent = await api.PostAsync("/api/measures/needs/import", new StringContent("code,name,indicators\nN2,Fetched from home,\n"), Stop);
        Assert.Equal(1, (await sent.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("report").GetProperty("added").GetInt32());
        Assert.Contains("Nobody measures these", await analyst.GetStringAsync(page, Stop));
        Assert.Contains("indicators", await analyst.GetStringAsync("/value/needs/template.csv", Stop));
        using var dropped = await analyst.Send(page, "/value/needs/drop", [.. at, ("code", "N2")]);
        Assert.Equal(HttpStatusCode.Redirect, dropped.StatusCode);
        using var reader = await site.BrowserOf(c, c.FrontLine);
        html = await reader.GetStringAsync(page, Stop);
        Assert.DoesNotContain("Nobody measures these", html);
        Assert.DoesNotContain("/value/needs/import", html);
    }

    [Fact]
    public async Task Classes_of_features_are_shown_and_withheld_where_too_few_answered()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var survey = await Survey.In(await Company.In(site.Office));
        var whole = FormTemplate.Read(FormTemplate.Kano);
        var wave = await survey.OpenWave(whole with { Pages = [new() { Items = [.. whole.Items.Where(i => i.Key[..^2] == "pickup")] }] });
        var csv = new System.Text.StringBuilder("unit,pickup_f,pickup_d\n");
        for (var i = 0; i < 30; i++) csv.Append("N1,1,3\nS4,1,3\n");
        for (var i = 0; i < 4; i++) csv.Append("S3,3,5\n");
        await site.Office.Do(new ImportResponses(wave, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv.ToString())), "kano.csv", RowMode.AllOrNothing));
        using var browser = await site.BrowserOf(survey.Company, survey.Company.Analyst);
        var html = await browser.GetStringAsync($"/value/kano?unit={survey.Company.North}", Stop);
        Assert.Contains("Attractive", html);
        Assert.Contains("fetched from your home", html);
        Assert.DoesNotContain("Must-be</strong>", await browser.GetStringAsync($"/value/kano?unit={survey.Company.Store(3)}", Stop));
        Assert.Contains("href=\"/value/kano?", await browser.GetStringAsync("/value/needs", Stop));
    }

    [Fact]
    public async Task Units_under_the_minimum_are_named_or_the_page_says_what_it_needs()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, wave) = await MeasurePagesTests.Measured(site);
        using var browser = await site.BrowserOf(survey.Company, survey.Company.Analyst);
        var html = await browser.GetStringAsync($"/gaps/minimum?wave={wave}", Stop);
        Assert.Contains("Nothing can be held against a minimum", html);
        Assert.Contains("Consistency index", html);
        Assert.Contains("href=\"/gaps/minimum?", await browser.GetStringAsync("/gaps", Stop));
        using var wrong = await browser.GetAsync($"/gaps/minimum?wave={wave}&least=300", Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var program = await site.ProgramOf(survey.Company.StoreManager);
        Assert.Equal(0, (await program.GetFromJsonAsync<JsonElement>($"/api/measures/waves/{wave}/minimum", Stop)).GetProperty("indicators").GetInt32());
    }

    [Fact]
    public async Task A_leader_reads_the_own_result_and_others_are_told_that_it_is_not_for_them()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var survey = await Survey.In(await Company.In(site.Office));
        var c = survey.Company;
        using var leader = await site.BrowserOf(c, c.StoreManager);
        Assert.Contains("Nobody was asked about their leader yet", await leader.GetStringAsync("/gaps/leadership", Stop));
        var form = FormTemplate.Read(FormTemplate.Leadership);
        var wave = await survey.OpenWave(form, minimum: 5);
        var csv = new System.Text.StringBuilder("unit,").AppendJoin(',', form.Slots.Select(s => s.Key)).Append('\n');
        for (var i = 0; i < 6; i++) csv.Append("N1").Append(string.Concat(form.Slots.Select(_ => ",4"))).Append('\n');
        await site.Office.Do(new ImportResponses(wave, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv.ToString())), "leaders.csv"));
        await new Regard.Improvement.WaveClosing(site.Office.Office).Run(wave, site.Office.Installation);
        var html = await leader.GetStringAsync("/gaps/leadership", Stop);
        Assert.Contains("your own result", html);
        Assert.Contains("Trust in people", html);
        using var analyst = await site.BrowserOf(c, c.Analyst);
        Assert.Contains("Nothing here is for you to see", await analyst.GetStringAsync("/gaps/leadership", Stop));
        using var hidden = await analyst.GetAsync($"/index?wave={wave}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }
}
