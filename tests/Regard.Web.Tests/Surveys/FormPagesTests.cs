using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Indicators;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Surveys;

public class FormPagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_people_edit_one_form_and_neither_loses_a_word()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var id = await site.Office.Do(new StartForm("Ours"), c.Analyst);
        await site.Office.Do(new SaveFormDraft(id, (await Draft(site, id)).Document.AddItem(0, 0, new NpsItem { Key = "nps" }).AddItem(0, 1, new TextItem { Key = "why" }), 1), c.Analyst);
        using var browser = await site.BrowserOf(c, c.Analyst);
        await site.Office.Do(new SaveFormDraft(id, (await Draft(site, id)).Document.RemoveItem("why"), 2), c.Administrator with { Roles = c.Analyst.Roles });

        using var late = await browser.Send($"/surveys/{id}", $"/surveys/{id}/items/nps", ("revision", "2"), ("do", "save"), ("key", "nps"), ("title.en", "Would you recommend us?"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Ada Ministrator saved this on 2031-05-01 09:00 (UTC)", html);
        Assert.Contains("name=\"title.en\" value=\"Would you recommend us?\"", html);
        Assert.Contains("name=\"revision\" value=\"3\"", html);
        using var again = await browser.Send($"/surveys/{id}", $"/surveys/{id}/items/nps", ("revision", "3"), ("do", "save"), ("key", "nps"), ("title.en", "Would you recommend us?"));
        Assert.Equal($"/surveys/{id}#item-nps", again.Headers.Location!.OriginalString);
        Assert.Equal("Would you recommend us?", Assert.Single((await Draft(site, id)).Document.Items).Title["en"]);

        using var gone = await browser.Send($"/surveys/{id}", $"/surveys/{id}/items/why", ("revision", "2"), ("do", "save"), ("key", "why"), ("title.en", "Please tell us why."));
        html = await gone.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Please tell us why.", html);
        Assert.Contains("has been deleted meanwhile", html);
        Assert.DoesNotContain("Apply my change", html);
    }

    [Fact]
    public async Task What_is_deleted_comes_back_by_undo()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var id = await site.Office.Do(new StartForm("Ours", FormTemplate.Rater), c.Analyst);
        using var browser = await site.BrowserOf(c, c.Analyst);
        using (await browser.Send($"/surveys/{id}", $"/surveys/{id}/pages", ("revision", "1"), ("do", "delete:1"))) { }
        Assert.Equal(7, (await Draft(site, id)).Document.Pages.Count);
        using (await browser.Send($"/surveys/{id}", $"/surveys/{id}/undo", ("revision", "2"))) { }
        Assert.Equal(FormJson.Hash(FormTemplate.Read(FormTemplate.Rater)), FormJson.Hash((await Draft(site, id)).Document));
    }

    [Fact]
    public async Task The_fields_of_a_question_keep_all_that_an_imported_form_says()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var id = await site.Office.Do(new ImportForm("Brought", """
            {"languages":["en"],"title":{"en":"T","fr":"T"},"pages":[{"items":[{"type":"battery","key":"b","logo":"x","title":{"en":"B","fr":"B"},"parts":["Perceived"],"rows":[{"key":"r1","indicator":"X","note":"keep"},{"key":"r2","indicator":"Y"}]}]}]}
            """), c.Analyst);
        using var browser = await site.BrowserOf(c, c.Analyst);
        using (await browser.Send($"/surveys/{id}", $"/surveys/{id}/items/b", ("revision", "1"), ("do", "upRow:1"), ("key", "b"), ("title.en", "Better"), ("parts", "Expected"), ("parts", "Perceived"),
            ("scale.from", "1"), ("scale.to", "10"), ("rows[0].was", "r1"), ("rows[0].key", "r1"), ("rows[0].indicator", "X"), ("rows[1].was", "r2"), ("rows[1].key", "r2new"), ("rows[1].indicator", "Y"))) { }
        var battery = (BatteryItem)(await Draft(site, id)).Document.Items.Single();
        Assert.Equal(["r2new", "r1"], battery.Rows.Select(r => r.Key));
        Assert.Equal("keep", battery.Rows[1].Other!["note"].GetString());
        Assert.Equal("x", battery.Other!["logo"].GetString());
        Assert.Equal(("Better", "B"), (battery.Title["en"], battery.Title["fr"]));
        Assert.Equal([Part.Expected, Part.Perceived], battery.Parts);
    }

    [Fact]
    public async Task A_key_that_is_taken_is_refused_beside_what_was_typed()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var id = await site.Office.Do(new StartForm("Ours", FormTemplate.Short), c.Analyst);
        using var browser = await site.BrowserOf(c, c.Analyst);
        foreach (var key in new[] { "REL3", "rel3", "no good" })
        {
            using var refused = await browser.Send($"/surveys/{id}", $"/surveys/{id}/items/REL2", ("revision", "1"), ("do", "save"), ("key", key), ("title.en", "Typed just now"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var html = await refused.Content.ReadAsStringAsync(Stop);
            Assert.Contains("Typed just now", html);
            Assert.Contains(key.Contains(' ') ? "A key starts with a letter" : $"The key {(key == "rel3" ? "REL3" : key)} is used twice.", html);
        }
    }

    [Fact]
    public async Task Publishing_lists_what_to_mend_with_links_to_the_questions()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Analyst);
        using var started = await browser.Send("/surveys", "/surveys", ("name", "Ours"), ("template", "rater"));
        var path = started.Headers.Location!.OriginalString;
        Assert.Single(await site.Office.Do(new ListIndicatorTrees()));
        var id = new Id<Form>(Guid.Parse(path["/surveys/".Length..]));
        await site.Office.Do(new SaveFormDraft(id, (await Draft(site, id)).Document.ReplaceItem("comment", new TextItem { Key = "comment" }), 1), c.Analyst);
        using var refused = await browser.Send(path, path + "/publish", ("revision", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"{path}?item=comment#item-comment", await refused.Content.ReadAsStringAsync(Stop));
        using (await browser.Send(path, path + "/undo", ("revision", "2"))) { }
        using (await browser.Send(path, path + "/publish", ("revision", "3"))) { }
        Assert.Contains("The draft is the same as version 1.", await browser.GetStringAsync(path, Stop));
    }

    [Fact]
    public async Task Who_only_reads_gets_the_form_without_its_tools()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var id = await site.Office.Do(new StartForm("Ours", FormTemplate.Short), c.Analyst);
        using var agency = await site.BrowserOf(c, c.Agency);
        var html = await agency.GetStringAsync($"/surveys/{id}", Stop);
        Assert.Contains("REL2", html);
        Assert.DoesNotContain("Add a question", html);
        using (var refused = await agency.Send($"/surveys/{id}", $"/surveys/{id}/items/REL2", ("revision", "1"), ("do", "delete"))) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var manager = await site.BrowserOf(c, c.StoreManager);
        using (var closed = await manager.GetAsync("/surveys", Stop)) Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
    }

    [Fact]
    public async Task A_preview_shows_what_the_answers_so_far_call_for_in_each_language()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var id = await site.Office.Do(new StartForm("Ours", FormTemplate.Short), c.Analyst);
        var why = new TextItem { Key = "why", Title = Text.Of("Why?", "为什么？", "為什麼？"), ShowIf = new() { All = [new() { Item = "nps", Op = Test.AtMost, Value = Answer.Of(6) }] } };
        await site.Office.Do(new SaveFormDraft(id, (await Draft(site, id)).Document.AddItem(1, 9, why), 1), c.Analyst);
        using var browser = await site.BrowserOf(c, c.Analyst);
        Assert.DoesNotContain("為什麼？", await browser.GetStringAsync($"/surveys/{id}/preview?page=1&language=zh-Hant", Stop));
        var html = await browser.GetStringAsync($"/surveys/{id}/preview?page=1&language=zh-Hant&nps=3&REL2=na", Stop);
        Assert.Contains("為什麼？", html);
        Assert.Contains("<input type=\"hidden\" name=\"REL2\" value=\"na\"", html);
    }

    [Fact]
    public async Task A_file_that_is_no_form_is_refused_with_its_place()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Analyst);
        using var refused = await browser.Send("/surveys", "/surveys/import", ("name", "Brought"), ("json", "{\n\"pages\": [ }"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Look at line 2", html);
        Assert.Contains("value=\"Brought\"", html);
    }

    [Fact]
    public async Task A_program_writes_publishes_and_reads_a_form()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var program = await site.ProgramOf(c.Analyst);
        using (await program.PostAsync("/api/indicator-trees/rater", null, Stop)) { }
        using var made = await program.PostAsJsonAsync("/api/forms", new { name = "Ours", template = "short" }, Stop);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString();
        var json = await program.GetStringAsync($"/api/forms/{id}/export", Stop);
        using var saved = await program.PutAsync($"/api/forms/{id}/draft", new StringContent($$"""{"revision":1,"document":{{json}}}""", System.Text.Encoding.UTF8, "application/json"), Stop);
        Assert.Equal(2, (await saved.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("revision").GetInt64());
        using (var late = await program.PostAsJsonAsync($"/api/forms/{id}/publish", new { revision = 1 }, Stop)) Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var published = await program.PostAsJsonAsync($"/api/forms/{id}/publish", new { revision = 2 }, Stop);
        var version = (await published.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString();
        Assert.Contains("\"type\":\"rating\"", await program.GetStringAsync($"/api/form-versions/{version}", Stop));
        using var wrong = await program.PutAsync($"/api/forms/{id}/draft", new StringContent("""{"revision":2,"document":{"pages":[null]}}""", System.Text.Encoding.UTF8, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    static async Task<FormDraft> Draft(TestSite site, Id<Form> id) => (await site.Office.Do(new ShowForm(id))).Draft;
}
