using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Visits;
using Regard.Visits;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Visits;

public class VisitPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<HttpResponseMessage> Send(HttpClient browser, SubmitVisit visit, string to, string? token = null)
    {
        var pass = token ?? (await browser.GetFromJsonAsync<JsonElement>("/visits/new/token", Stop)).GetProperty("token").GetString()!;
        var content = new MultipartFormDataContent
        {
            { new StringContent($"{visit.Key}"), "visit.key" }, { new StringContent($"{visit.UnitId}"), "visit.unit" }, { new StringContent($"{visit.Kind}"), "visit.kind" }, { new StringContent($"{visit.FormVersionId}"), "visit.form" }, { new StringContent("Seen <it>"), "visit.notes" },
        };
        foreach (var (key, answer) in visit.Answers) content.Add(new StringContent(answer.IsNotApplicable ? "na" : answer.AsText()!), key);
        foreach (var photo in visit.Photos) content.Add(new ByteArrayContent(photo.Content.ToArray()), "photo." + photo.ItemKey, "a.png");
        using var message = new HttpRequestMessage(HttpMethod.Post, to) { Content = content };
        message.Headers.Add("RequestVerificationToken", pass);
        return await browser.SendAsync(message, Stop);
    }

    static async Task<string> Read(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path, Stop));

    [Fact]
    public async Task A_visit_is_chosen_filled_in_and_read_also_without_script()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenVisits.In(site.Office);
        var visit = await given.Seen(FormTemplate.Hygiene, given.Company.Store(1), VisitKind.Hygiene, "show2");
        using var browser = await site.BrowserOf(given.Company, given.Company.Agency);
        var start = await Read(browser, "/visits/new");
        Assert.Contains("Rival", start);
        Assert.Contains("hygiene", start);
        var fill = $"/visits/new?unit={visit.UnitId}&kind=Hygiene&form={visit.FormVersionId}";
        var page = await Read(browser, fill);
        Assert.Contains("What is on show is free of dust and finger marks.", page);
        Assert.Contains("name=\"photo.show2\"", page);
        Assert.DoesNotContain("Fran Line", page);
        using (var wrong = await Send(browser, visit with { Photos = [] }, "/visits/new"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
            Assert.Contains("Show by a photo what was not done.", again);
            Assert.Contains("Seen <it>", again);
        }
        using (var done = await Send(browser, visit, "/visits/new")) Assert.Equal("/visits/1", done.Headers.Location?.OriginalString);
        var shown = await Read(browser, "/visits/1");
        Assert.Contains("Was not done", shown);
        Assert.Contains("Seen &lt;it&gt;", await browser.GetStringAsync("/visits/1", Stop));
        var link = Regex.Match(shown, "/visits/1/photos/[0-9a-f-]+").Value;
        using var photo = await browser.GetAsync(link, Stop);
        Assert.Equal(("image/png", "attachment"), (photo.Content.Headers.ContentType?.MediaType, photo.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Contains("sandbox", photo.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task What_the_phone_sends_twice_is_one_visit_and_it_reads_what_is_wrong()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenVisits.In(site.Office);
        var visit = await given.Seen(FormTemplate.Reception, given.Company.Store(1), VisitKind.Mystery, "called");
        using var browser = await site.BrowserOf(given.Company, given.Company.FrontLine);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await Send(browser, visit, "/visits/new/send");
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
            Assert.Equal((1, 13, 1), (said.GetProperty("number").GetInt64(), said.GetProperty("items").GetInt64(), said.GetProperty("failed").GetInt64()));
        }
        using var wrong = await Send(browser, visit with { Key = Guid.NewGuid(), Answers = [] }, "/visits/new/send");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("Please answer this.", (await wrong.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("problems")[0].GetProperty("words").GetString());
        using var forged = await Send(browser, visit, "/visits/new/send", "made up");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var visitor = site.Browser();
        using var pass = await visitor.GetAsync("/visits/new/token", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, pass.StatusCode);
    }

    [Fact]
    public async Task A_program_sends_a_visit_and_reads_it()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenVisits.In(site.Office);
        var visit = await given.Seen(FormTemplate.Hygiene, given.Company.Store(1), VisitKind.Hygiene, "shop2");
        using var program = await site.ProgramOf(given.Company.Executive);
        using var sent = await program.PostAsJsonAsync("/api/visits", new
        {
            key = visit.Key, unitId = visit.UnitId.Value, kind = "Hygiene", formVersionId = visit.FormVersionId.Value, answers = visit.Answers.ToDictionary(a => a.Key, a => (int)a.Value.Number!),
            photos = new[] { new { itemKey = "shop2", content = Convert.ToBase64String(GivenVisits.Photo) } },
        }, Stop);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(1, (await sent.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("failed").GetInt64());
        var list = await program.GetFromJsonAsync<JsonElement>("/api/visits?kind=Hygiene", Stop);
        Assert.Equal(1, list.GetProperty("total").GetInt32());
        Assert.False(list.GetProperty("visits")[0].TryGetProperty("ratings", out _));
        Assert.Equal("shop2", (await program.GetFromJsonAsync<JsonElement>("/api/visits/1", Stop)).GetProperty("toReCheck")[0].GetString());
        Assert.Equal(JsonValueKind.Array, (await program.GetFromJsonAsync<JsonElement>("/api/visits/comparison", Stop)).GetProperty("items").ValueKind);
    }

    [Fact]
    public async Task What_the_phone_keeps_of_a_form_names_nobody()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenVisits.In(site.Office);
        var form = await given.Form(FormTemplate.Reception);
        using var browser = await site.BrowserOf(given.Company, given.Company.FrontLine);
        var kept = await Read(browser, $"/visits/new/kept?form={form}&language=zh-Hans");
        Assert.Contains("1 准备", kept);
        foreach (var hidden in new[] { "Fran", "Stan", "Store 1", "__RequestVerificationToken" }) Assert.DoesNotContain(hidden, kept);
        using var worker = await browser.GetAsync("/visits/visit-worker.js", Stop);
        Assert.Equal("text/javascript", worker.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_manager_finds_the_visit_and_notes_the_re_check()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenVisits.In(site.Office);
        var c = given.Company;
        await site.Office.Do(await given.Seen(FormTemplate.CallCheck, c.Store(1), VisitKind.CallCheck, "sorry") with { PersonId = c.FrontLine.Person, RoleMet = RoleMet.Cashier }, c.Executive);
        using var browser = await site.BrowserOf(c, c.StoreManager);
        Assert.Contains("Result of visit No. 1", await Read(browser, "/work"));
        var list = await Read(browser, $"/visits?unit={c.Store(1)}&kind=CallCheck");
        Assert.Contains("Fran Line · Cashier", list);
        Assert.Contains("n 1, no interval", list);
        Assert.Contains("To be looked at again today", await Read(browser, "/visits/1"));
        using (var empty = await browser.Send("/visits/1", "/visits/1/recheck")) Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using (var noted = await browser.Send("/visits/1", "/visits/1/recheck", ("passed.sorry", "yes"), ("words.sorry", "Practised"))) Assert.Equal("/visits/1", noted.Headers.Location?.OriginalString);
        var shown = await Read(browser, "/visits/1");
        Assert.Contains("Re-check: in order", shown);
        Assert.DoesNotContain("To be looked at again today", shown);
        using var other = await browser.GetAsync($"/visits?unit={c.Store(3)}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Visits_are_planned_compared_and_faults_mended()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenVisits.In(site.Office);
        var c = given.Company;
        var form = await given.Form(FormTemplate.Hardware);
        using var browser = await site.BrowserOf(c, c.Executive);
        using (var wrong = await browser.Send("/visits/plans", "/visits/plans", ("Name", "Spring"), ("Form", $"{form}"), ("Kind", "Hardware"), ("EachUnit", "1"), ("UntilDay", "2031-06-01")))
            Assert.Contains("Choose the units to visit.", await wrong.Content.ReadAsStringAsync(Stop));
        using (var planned = await browser.Send("/visits/plans", "/visits/plans", ("Name", "Spring"), ("Form", $"{form}"), ("Kind", "Hardware"), ("EachUnit", "1"), ("UntilDay", "2031-06-01"), ("Units", $"{c.Store(1)}"), ("Visitors", $"{c.Agency.Person}")))
            Assert.Equal("/visits/plans#plan-1", planned.Headers.Location?.OriginalString);
        Assert.Contains("0 of 1 visits made", await Read(browser, "/visits/plans"));
        using (var agency = await site.BrowserOf(c, c.Agency))
        {
            var path = Regex.Match(await Read(agency, "/work"), "/visits/new\\?order=[0-9a-f-]+").Value;
            using var there = await agency.GetAsync(path, Stop);
            Assert.Contains("&kind=Hardware&form=", there.Headers.Location?.OriginalString);
            Assert.Contains("Light and air conditioning work.", await Read(agency, there.Headers.Location!.OriginalString));
            foreach (var closed in new[] { "/visits/comparison", "/visits/defects", "/visits/plans" })
            {
                using var answer = await agency.GetAsync(closed, Stop);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }
        await site.Office.Do(await given.Seen(FormTemplate.Hardware, c.Store(1), VisitKind.Hardware, "in1"), c.Executive);
        await site.Office.Do(await given.Seen(FormTemplate.Hardware, given.Competitor, VisitKind.Hardware), c.Executive);
        Assert.Contains("Rival", await Read(browser, "/visits/comparison"));
        Assert.Contains("Light and air conditioning work.", await Read(browser, $"/visits/defects?unit={c.Store(1)}"));
        using (var mended = await browser.Send("/visits/defects", "/visits/defects/1/mend", ("Words", "New fuse"))) Assert.Equal("/visits/defects", mended.Headers.Location?.OriginalString);
        using (var told = await browser.Send("/visits/defects", "/visits/defects", ("Unit", $"{c.Store(2)}"), ("Words", "No water"), ("DueOn", "2031-05-02"))) Assert.Equal("/visits/defects#defect-2", told.Headers.Location?.OriginalString);
        var list = await Read(browser, "/visits/defects");
        Assert.Contains("New fuse", list);
        Assert.Contains("No water", list);
    }
}
