using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Cases;
using Regard.Post;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class CaseApiTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        }
    }

    [Fact]
    public async Task A_program_hears_changes_hands_over_and_closes_a_case()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var clerk = await site.ProgramOf(c.FrontLine);
        using var manager = await site.ProgramOf(c.StoreManager);
        var key = Guid.NewGuid();
        var sent = new { key, unitId = c.Store(1).ToString(), words = "Too slow", kind = "Complaint", severity = "Serious" };
        var number = (await Read(await clerk.PostAsJsonAsync("/api/cases", sent, Stop))).GetProperty("number").GetInt64();
        Assert.Equal(number, (await Read(await clerk.PostAsJsonAsync("/api/cases", sent, Stop))).GetProperty("number").GetInt64());
        Assert.Equal(1, (await Read(await clerk.GetAsync("/api/cases?severity=Serious", Stop))).GetProperty("rows").GetArrayLength());
        await Read(await clerk.PatchAsJsonAsync($"/api/cases/{number}", new { customersView = "Two hours", cause = "TooSlow" }, Stop));
        await Read(await clerk.PostAsJsonAsync($"/api/cases/{number}/offer", new { to = c.StoreManager.Person.ToString(), why = "You know him" }, Stop));
        await Read(await manager.PostAsJsonAsync($"/api/cases/{number}/offer/answer", new { accepts = true }, Stop));
        var seen = await Read(await manager.GetAsync($"/api/cases/{number}", Stop));
        Assert.Equal(("Stan Manager", "Two hours"), (seen.GetProperty("ownerName").GetString(), seen.GetProperty("case").GetProperty("customersView").GetString()));
        await Read(await manager.PostAsJsonAsync($"/api/cases/{number}/close", new { reason = "NoAnswer", words = "Done" }, Stop));
        using (var twice = await manager.PostAsJsonAsync($"/api/cases/{number}/close", new { reason = "NoAnswer", words = "Done" }, Stop)) Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        await Read(await manager.PostAsJsonAsync($"/api/cases/{number}/reopen", new { words = "Again" }, Stop));
        await Read(await manager.PostAsJsonAsync($"/api/cases/{number}/media", new { }, Stop));
        await Read(await manager.PutAsJsonAsync($"/api/cases/{number}/spokesperson", new { person = c.FrontLine.Person.ToString() }, Stop));
        Assert.Equal("Fran Line", (await Read(await manager.GetAsync($"/api/cases/{number}", Stop))).GetProperty("spokespersonName").GetString());
    }

    [Fact]
    public async Task A_program_without_a_token_with_a_browsers_cookie_or_outside_its_units_gets_nothing_and_bad_input_is_told_by_field()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var number = (await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "Too slow" }, c.FrontLine)).Number;
        using var nobody = site.Browser();
        using (var refused = await nobody.GetAsync($"/api/cases/{number}", Stop)) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var browser = await site.BrowserOf(c, c.FrontLine);
        using (var refused = await browser.PostAsJsonAsync("/api/cases", new { unitId = c.Store(1).ToString(), words = "x" }, Stop)) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var elsewhere = await site.ProgramOf(await c.Person("Else Where", Regard.Organisation.Role.Manager, c.Store(2)));
        using (var missing = await elsewhere.GetAsync($"/api/cases/{number}", Stop)) Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var clerk = await site.ProgramOf(c.FrontLine);
        using var wrong = await clerk.PostAsJsonAsync("/api/cases", new { unitId = c.Store(1).ToString(), words = " ", anger = 9 }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var told = await wrong.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Say what it is about.", told);
        Assert.Contains("Anger", told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_telephone_system_without_a_token_signs_what_it_tells()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var administrator = await site.BrowserOf(c, c.Administrator);
        using (var weak = await administrator.Send("/calls/numbers", "/calls/key", ("key", "weak"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        using (var set = await administrator.Send("/calls/numbers", "/calls/key", ("key", "a key for the telephone system"))) Assert.Equal("/calls/numbers", set.Headers.Location!.OriginalString);
        var page = await administrator.GetStringAsync("/calls/numbers", Stop);
        Assert.Contains("A key is set, and not shown.", page);
        Assert.DoesNotContain("a key for the telephone system", page);
        using var telephone = site.Browser();
        const string body = """{"callId": "77", "from": "13800138000", "state": "Ringing"}""";
        async Task<HttpStatusCode> Tell(string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/calls/signed") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Add(Signature.TimeHeader, Signature.Seconds(site.Office.Clock.Now));
            request.Headers.Add(Signature.Header, Signature.Of(key, body, site.Office.Clock.Now));
            using var answer = await telephone.SendAsync(request, Stop);
            return answer.StatusCode;
        }
        Assert.Equal(HttpStatusCode.Unauthorized, await Tell("another key for the system"));
        Assert.Equal(HttpStatusCode.OK, await Tell("a key for the telephone system"));
        Assert.Equal(HttpStatusCode.Conflict, await Tell("a key for the telephone system"));
        Assert.Single((await site.Office.Do(new ListCalls(new(), 0), c.Executive)).Rows);
    }
}
