using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Measures;
using Regard.Storage;
using Regard.Surveys;
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
}
