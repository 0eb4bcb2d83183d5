using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Improvement;
using Regard.Storage;
using Regard.Web.Tests.Measures;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Improvement;

public class PlanPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_written_started_and_finished_on_its_page()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, _) = await MeasurePagesTests.Measured(site, frozen: true);
        var manager = survey.Company.StoreManager;
        using var browser = await site.BrowserOf(survey.Company, manager);
        var plan = (await site.Office.Do(new ListPlans(), manager))[0];
        var page = $"/plans/{plan.Id}";
        Assert.Contains(page, await browser.GetStringAsync("/plans", Stop));

        using (var early = await browser.Send(page, $"{page}/start"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
            Assert.Contains("Say what causes it.", await early.Content.ReadAsStringAsync(Stop));
        }
        (string, string)[] written = [("Problem", "Cars are <late>"), ("RootCause", "One lift"), ("Target", "75"), ("DueOn", "2031-09-01"), ("OwnerId", manager.Person!.Value.ToString()), ("Revision", "1")];
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Send(page, page, written)).StatusCode);
        using (var late = await browser.Send(page, page, written)) Assert.Contains("Somebody else has changed this plan", await late.Content.ReadAsStringAsync(Stop));
        await browser.Send(page, $"{page}/steps", ("Words", "Buy a lift"), ("DueOn", ""));
        await browser.Send(page, $"{page}/start");
        var step = (await site.Office.Do(new ShowPlan(plan.Id), manager)).Steps[0];
        await browser.Send(page, $"{page}/steps/{step.Id}/done");
        await browser.Send(page, $"{page}/finish");
        var html = await browser.GetStringAsync(page, Stop);
        Assert.Contains("Finished", html);
        Assert.Contains("Cars are &lt;late&gt;", html);
        Assert.DoesNotContain($"{page}/finish", html);
    }

    [Fact]
    public async Task A_new_plan_names_unit_indicator_and_day()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, wave) = await MeasurePagesTests.Measured(site, frozen: true);
        using var browser = await site.BrowserOf(survey.Company, survey.Company.Executive);
        using var missing = await browser.Send("/plans/new", "/plans/new", ("Problem", "kept"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Contains("kept", await missing.Content.ReadAsStringAsync(Stop));
        using var made = await browser.Send("/plans/new", "/plans/new", ("UnitId", survey.Company.North.ToString()), ("Indicator", $"{wave} A1"), ("DueOn", "2031-09-01"));
        Assert.Contains("Lift A1 at North", await browser.GetStringAsync(made.Headers.Location!.ToString(), Stop));
    }

    [Fact]
    public async Task Programs_do_the_same()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (survey, _) = await MeasurePagesTests.Measured(site, frozen: true);
        using var program = await site.ProgramOf(survey.Company.StoreManager);
        var plan = (await program.GetFromJsonAsync<JsonElement>("/api/plans", Stop))[0];
        var address = $"/api/plans/{plan.GetProperty("id").GetString()}";
        Assert.Equal("Draft", plan.GetProperty("state").GetString());
        (await program.PutAsJsonAsync(address, new { revision = 1, problem = "p", rootCause = "r", target = 70, dueOn = "2031-09-01", ownerId = survey.Company.StoreManager.Person }, Stop)).EnsureSuccessStatusCode();
        (await program.PostAsJsonAsync($"{address}/steps", new { words = "step" }, Stop)).EnsureSuccessStatusCode();
        (await program.PostAsync($"{address}/start", null, Stop)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Conflict, (await program.PostAsync($"{address}/finish", null, Stop)).StatusCode);
        (await program.PostAsJsonAsync($"{address}/drop", new { reason = "no" }, Stop)).EnsureSuccessStatusCode();
        Assert.Equal("no", (await program.GetFromJsonAsync<JsonElement>(address, Stop)).GetProperty("plan").GetProperty("droppedBecause").GetString());
    }
}
