using System.Net;
using System.Text;
using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class CasePagesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<string> Text(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path, Stop));

    static async Task<(TestSite Site, Company Company, long Number)> Heard(string words = "我等了两个小时，没有人理我")
    {
        var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        return (site, c, (await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = words, ContactName = "王小明", ContactPhone = "138 0013 8000", Anger = 2 }, c.FrontLine)).Number);
    }

    [Fact]
    public async Task An_empty_inbox_leads_to_taking_one_down()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.StoreManager);
        var html = await Text(browser, "/cases");
        Assert.Contains("Nothing is open", html);
        Assert.Contains("href=\"/cases/new\"", html);
    }

    [Fact]
    public async Task The_inbox_is_searched_in_both_languages_narrowed_and_shows_the_case_beside_it()
    {
        var (site, c, number) = await Heard();
        await using var _ = site;
        await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "The engine rattles", Kind = CaseKind.Suggestion }, c.FrontLine);
        using var browser = await site.BrowserOf(c, c.StoreManager);
        Assert.Contains("2 cases", await Text(browser, "/cases"));
        Assert.Contains("1 case<", await Text(browser, "/cases?query=小时"));
        Assert.Contains("1 case<", await Text(browser, "/cases?query=engine"));
        Assert.Contains("The engine rattles", await Text(browser, "/cases?kind=Suggestion"));
        Assert.Contains("No case fits", await Text(browser, "/cases?show=mine"));
        Assert.Contains("What the customer said", await Text(browser, $"/cases?at={number}"));
        using var wrong = await browser.GetAsync("/cases?query=" + new string('x', 201), Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task A_late_case_says_so_in_words()
    {
        var (site, c, _) = await Heard();
        await using var site2 = site;
        site.Office.Clock.Now += TimeSpan.FromDays(7);
        using var browser = await site.BrowserOf(c, c.StoreManager);
        var html = await Text(browser, "/cases?show=late");
        Assert.Contains("1 case<", html);
        Assert.Contains("> Late</strong>", html);
    }

    [Fact]
    public async Task Script_in_a_complaint_is_shown_as_text_and_a_formula_does_not_run_in_a_spreadsheet()
    {
        var (site, c, number) = await Heard("=HYPERLINK(\"http://evil.example\")<script>alert(1)</script>");
        await using var _ = site;
        using var browser = await site.BrowserOf(c, c.StoreManager);
        foreach (var path in new[] { "/cases", $"/cases/{number}" })
        {
            var html = await browser.GetStringAsync(path, Stop);
            Assert.DoesNotContain("<script>alert", html);
            Assert.Contains("&lt;script&gt;alert(1)", html);
        }
        var csv = Encoding.UTF8.GetString(await browser.GetByteArrayAsync("/cases/export.csv", Stop));
        Assert.Contains("\"'=HYPERLINK", csv);
        using var analyst = await site.BrowserOf(c, c.Analyst);
        var masked = Encoding.UTF8.GetString(await analyst.GetByteArrayAsync("/cases/export.csv", Stop));
        Assert.DoesNotContain("HYPERLINK", masked);
        Assert.DoesNotContain("王小明", masked + await Text(analyst, "/cases") + await Text(analyst, $"/cases/{number}"));
    }

    [Fact]
    public async Task A_case_is_walked_from_the_first_word_to_its_closing_and_opened_again()
    {
        var (site, c, number) = await Heard();
        await using var _ = site;
        using var browser = await site.BrowserOf(c, c.FrontLine);
        var page = $"/cases/{number}";
        async Task Do(string action, params (string, string)[] fields)
        {
            using var answer = await browser.Send(page, $"{page}/{action}", fields);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, action + "\n" + await answer.Content.ReadAsStringAsync(Stop));
        }
        using (var early = await browser.Send(page, $"{page}/close", ("close.reason", "AcceptedByCustomer"), ("close.words", "done <b>")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
            var html = WebUtility.HtmlDecode(await early.Content.ReadAsStringAsync(Stop));
            foreach (var missing in new[] { "customer's side", "cause of what went wrong", "how the customer told you", "done <b>" }) Assert.Contains(missing, html);
        }
        await Do("acknowledge", ("acknowledge.words", "Fran sees to it"), ("acknowledge.channel", "Phone"));
        await Do("steps/Apologise", ("step-Apologise.words", "Said sorry"), ("step-Apologise.channel", "Phone"));
        await Do("notes", ("note.kind", "Call"), ("note.words", "Called back"));
        await Do("wait", ("wait.asked", "Which day suits you?"));
        Assert.Contains("stands still with", await Text(browser, page));
        await Do("resume");
        await Do("proposals", ("propose.words", "Redo it on Friday"));
        await Do("proposals/answer", ("answer.accepted", "yes"), ("answer.channel", "Phone"), ("answer.words", "Fine"));
        var revision = (await site.Office.Do(new ShowCase(number), c.FrontLine)).Case.Revision.ToString();
        await Do("facts", ("facts.customersView", "I was ignored"), ("facts.ourFacts", "Two were ill"), ("facts.cause", "TooSlow"), ("facts.severity", "Serious"), ("facts.anger", "1"), ("revision", revision));
        await Do("close", ("close.reason", "AcceptedByCustomer"), ("close.channel", "Phone"), ("close.words", "Redone on Friday"));
        var closed = await Text(browser, page);
        foreach (var text in new[] { "Case closed", "Redone on Friday", "Said sorry", "Called back", "The customer accepts" }) Assert.Contains(text, closed);
        await Do("reopen", ("reopen.because", "Rattles again"));
        Assert.Contains("Rattles again", await Text(browser, page));
    }

    [Fact]
    public async Task An_external_body_and_the_day_it_sets_are_noted_on_the_case()
    {
        var (site, c, number) = await Heard();
        await using var _ = site;
        using var browser = await site.BrowserOf(c, c.StoreManager);
        using var sent = await browser.Send($"/cases/{number}", $"/cases/{number}/facts", ("facts.body", "12315"), ("facts.bodyReference", "SH-77"), ("facts.statutoryDueAt", "2031-05-08"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var whole = await site.Office.Do(new ShowCase(number), c.StoreManager);
        Assert.Equal(("12315", "SH-77", new DateOnly(2031, 5, 8)), (whole.Case.Body, whole.Case.BodyReference, DateOnly.FromDateTime(Assert.Single(whole.Clocks, k => k.Kind == ClockKind.Statutory).DueAt.ToOffset(Regard.Web.Ui.Tongue.Zone.GetUtcOffset(new DateTime(2031, 5, 8))).DateTime)));
        Assert.Contains("12315 SH-77", await Text(browser, $"/cases/{number}"));
        using var past = await browser.Send($"/cases/{number}", $"/cases/{number}/facts", ("facts.statutoryDueAt", "2031-04-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.StatusCode);
    }

    [Fact]
    public async Task A_case_changes_hands_only_when_it_is_accepted()
    {
        var (site, c, number) = await Heard();
        await using var _ = site;
        using var giver = await site.BrowserOf(c, c.FrontLine);
        var page = $"/cases/{number}";
        using (var offered = await giver.Send(page, $"{page}/offers", ("offer.to", c.StoreManager.Person.ToString()!), ("offer.why", "Yours is the workshop"))) Assert.Equal(HttpStatusCode.Redirect, offered.StatusCode);
        Assert.Equal("Fran Line", (await site.Office.Do(new ShowCase(number), c.FrontLine)).OwnerName);
        using var taker = await site.BrowserOf(c, c.StoreManager);
        Assert.Contains("1 case<", await Text(taker, "/cases?show=offered"));
        Assert.Contains("Fran Line asks you", await Text(taker, page));
        using (var taken = await taker.Send(page, $"{page}/offer/accept", ("back", "/cases?show=mine"))) Assert.Equal("/cases?show=mine", taken.Headers.Location?.OriginalString);
        Assert.Equal("Stan Manager", (await site.Office.Do(new ShowCase(number), c.FrontLine)).OwnerName);
    }

    [Fact]
    public async Task A_draft_that_hides_behind_rules_is_held_until_it_is_meant()
    {
        var (site, c, number) = await Heard();
        await using var _ = site;
        using var browser = await site.BrowserOf(c, c.FrontLine);
        (string, string)[] fields = [("note.kind", "Sent"), ("note.words", "这是公司规定，没有办法。")];
        using (var held = await browser.Send($"/cases/{number}", $"/cases/{number}/notes", fields))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, held.StatusCode);
            Assert.Contains("hides behind a rule", await held.Content.ReadAsStringAsync(Stop));
        }
        using var meant = await browser.Send($"/cases/{number}", $"/cases/{number}/notes", [.. fields, ("note.anyway", "yes")]);
        Assert.Equal(HttpStatusCode.Redirect, meant.StatusCode);
    }

    [Fact]
    public async Task The_same_is_done_with_many_and_told_of_each()
    {
        var (site, c, number) = await Heard();
        await using var _ = site;
        var other = (await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "Too loud" }, c.FrontLine)).Number;
        await site.Office.Do(new OfferCase(other, c.RegionalManager.Person!.Value, "x"), c.FrontLine);
        using var browser = await site.BrowserOf(c, c.FrontLine);
        using var answer = await browser.Send("/cases", "/cases/bulk", ("number", number.ToString()), ("number", other.ToString()), ("number", "999"), ("do", "offer"), ("person", c.StoreManager.Person.ToString()!), ("words", "Please help"));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains("1 of 3 done", html);
        Assert.Contains("It is offered to Reg Manager already", html);
        Assert.Contains("There is no such case.", html);
        using var none = await browser.Send("/cases", "/cases/bulk", ("do", "note"), ("words", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
    }

    [Fact]
    public async Task A_filter_is_kept_under_a_name_and_removed()
    {
        var (site, c, _) = await Heard();
        await using var site2 = site;
        using var browser = await site.BrowserOf(c, c.StoreManager);
        using (var kept = await browser.Send("/cases?kind=Complaint", "/cases/views", ("name", "投诉<b>"), ("list.kind", "Complaint"))) Assert.Equal("/cases?kind=Complaint", kept.Headers.Location?.OriginalString);
        Assert.Contains("投诉<b>", await Text(browser, "/cases"));
        var view = Assert.Single(await site.Office.Do(new ListCaseViews(), c.StoreManager));
        Assert.Equal(CaseKind.Complaint, view.Filter.Kind);
        using (await browser.Send("/cases?kind=Complaint", $"/cases/views/{view.Id}/remove")) Assert.Empty(await site.Office.Do(new ListCaseViews(), c.StoreManager));
    }

    [Fact]
    public async Task Forms_of_a_case_need_the_token_of_the_page_and_never_lead_to_another_site()
    {
        var (site, c, number) = await Heard();
        await using var _ = site;
        using var browser = await site.BrowserOf(c, c.FrontLine);
        using (var forged = await browser.PostAsync($"/cases/{number}/notes", new FormUrlEncodedContent([KeyValuePair.Create("note.words", "x")]), Stop)) Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var away = await browser.Send($"/cases/{number}", $"/cases/{number}/notes", ("note.words", "x"), ("back", "//evil.example"));
        Assert.Equal($"/cases/{number}", away.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_manager_starts_the_crisis_path_with_a_spokesperson_and_lets_somebody_else_speak()
    {
        var (site, c, number) = await Heard();
        await using var _ = site;
        using var manager = await site.BrowserOf(c, c.StoreManager);
        using (var flagged = await manager.Send($"/cases/{number}", $"/cases/{number}/media", ("media.person", c.FrontLine.Person.ToString()!))) Assert.Equal(HttpStatusCode.Redirect, flagged.StatusCode);
        Assert.Matches("Speaks for us</dt><dd>Fran Line", await Text(manager, $"/cases/{number}"));
        using (var named = await manager.Send($"/cases/{number}", $"/cases/{number}/spokesperson", ("spokesperson.person", c.StoreManager.Person.ToString()!))) Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.Matches("Speaks for us</dt><dd>Stan Manager", await Text(manager, $"/cases/{number}"));
        Assert.Contains("In the press: case No.", await Text(manager, "/work"));
        using var executive = await site.BrowserOf(c, c.Executive);
        Assert.Contains("Working hours after the press took it up", await Text(executive, "/work/ladders/MediaCase"));
    }

    [Fact]
    public async Task Executives_change_the_rules_as_a_new_version_and_managers_name_contacts()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var executive = await site.BrowserOf(c, c.Executive);
        Assert.Contains("As delivered", await Text(executive, "/cases/rules"));
        (string, string)[] rows = [("row0.clock", "Acknowledge"), ("row0.hours", "1"), ("row1.clock", "FirstAction"), ("row1.hours", "8"), ("row2.clock", "Resolve"), ("row2.hours", "24"), ("row3.clock", "Resolve"), ("row3.hours", "")];
        (string, string)[] limits = [("handOverNeedsManager", "2"), ("taskMinutes", "8"), ("waitMinutes", "40"), ("callBackMinutes", "1"), ("mediaMinutes", "0.5"), ("crisis0.en", "Call the press"), ("crisis0.zh-Hans", "致电媒体"), ("crisis0.to", "Spokesperson"), ("crisis0.hours", "0.5"), ("crisis1.en", " "), ("crisis1.to", "Unit"), ("crisis1.hours", ""), ("followUpDays", "7, 30"), ("lowScore", "")];
        using (var saved = await executive.Send("/cases/rules/edit", "/cases/rules", [.. rows, .. limits, ("family.TooSlow", "People"), ("family.Harm", "")])) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Version 1", await Text(executive, "/cases/rules"));
        var rules = (await site.Office.Do(new ListCaseRules(), c.Executive))[0].Rules;
        Assert.Equal((2, 30L), (rules.HandOverNeedsManager, rules.MediaMinutes));
        Assert.Equal((Cause.TooSlow, MarketingMix.People), Assert.Single(rules.Families) is var family ? (family.Key, family.Value) : default);
        Assert.Equal([("致电媒体", 30L, CrisisTo.Spokesperson)], rules.CrisisTasks.Select(k => (k.Words.In(Language.SimplifiedChinese), k.Minutes, k.To)));
        using (var endless = await executive.Send("/cases/rules/edit", "/cases/rules", [.. rows, .. limits[..^2].Where(l => l.Item1 != "crisis0.hours"), ("crisis0.hours", "x"), .. limits[^2..]])) Assert.Equal(HttpStatusCode.UnprocessableEntity, endless.StatusCode);
        using (var wrong = await executive.Send("/cases/rules/edit", "/cases/rules", [.. rows[..2], .. limits])) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);

        using var manager = await site.BrowserOf(c, c.StoreManager);
        using (var edit = await manager.GetAsync("/cases/rules/edit", Stop)) Assert.Equal(HttpStatusCode.Forbidden, edit.StatusCode);
        using (var named = await manager.Send($"/cases/contacts?unit={c.Store(1)}", "/cases/contacts", ("unit", c.Store(1).ToString()), ("person", c.FrontLine.Person.ToString()!), ("backup", ""))) Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.Contains("Fran Line", await Text(manager, "/cases/contacts"));
        Assert.Contains("<svg", await Text(manager, "/cases/posters/N1"));
    }
}
