using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Regard.Storage;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Measures;

public class SwotPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_add_to_the_four_fields_with_evidence_and_take_it_away_again()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, wave) = await MeasurePagesTests.Measured(site);
        var (c, unit) = (survey.Company, survey.Company.Store(1));
        var page = $"/gaps/swot?wave={wave}&unit={unit}";
        using var manager = await site.BrowserOf(c, c.StoreManager);
        Assert.Contains("href=\"/gaps/swot?", await manager.GetStringAsync("/gaps", Stop));
        (string, string)[] where = [("wave", wave.ToString()), ("unit", unit.ToString()), ("side", "Threat"), ("words", "A <rival> opens next door")];
        using var wrong = await manager.Send(page, "/gaps/swot", [.. where, ("evidence", "javascript:alert(1)")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Give the address of a page that shows it", await wrong.Content.ReadAsStringAsync(Stop));
        using var added = await manager.Send(page, "/gaps/swot", [.. where, ("evidence", "/field-log/3")]);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var html = await manager.GetStringAsync(page, Stop);
        Assert.Contains("A &lt;rival&gt; opens next door", html);
        Assert.Contains("href=\"/field-log/3\"", html);
        var remove = Regex.Match(html, "/gaps/swot/[^/\"]+/remove").Value;
        using var reader = await site.BrowserOf(c, c.FrontLine);
        Assert.DoesNotContain("/remove", await reader.GetStringAsync(page, Stop));
        using var removed = await manager.Send(page, remove, ("wave", wave.ToString()), ("unit", unit.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Contains("Taken away (1)", await manager.GetStringAsync(page, Stop));
        using var program = await site.ProgramOf(c.StoreManager);
        var api = await program.GetFromJsonAsync<JsonElement>($"/api/measures/waves/{wave}/swot?unit={unit}", Stop);
        Assert.Equal((4, 1), (api.GetProperty("sides").GetArrayLength(), api.GetProperty("removed").GetArrayLength()));
        using var outside = await manager.GetAsync($"/gaps/swot?wave={wave}&unit={c.South}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }
}
