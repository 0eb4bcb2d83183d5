using System.Net;
using System.Text.RegularExpressions;
using Regard.Cases;
using Regard.Post;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public partial class ComplainTests(EmptySite seen) : IClassFixture<EmptySite>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}")]
    private static partial Regex Code();

    static Task<HttpResponseMessage> Post(HttpClient browser, string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Stop);

    static async Task<string> Complain(HttpClient browser, Guid key, string words)
    {
        using var answer = await Post(browser, "/c/N1", ("key", key.ToString()), ("words", words), ("contact", "wang@example.com"));
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    [Theory, InlineData("en", "Tell us what went wrong"), InlineData("zh-Hans", "告诉我们哪里做得不好"), InlineData("zh-Hant", "告訴我們哪裡做得不好")]
    public async Task Anybody_complains_without_signing_in_in_their_language_with_at_most_three_fields(string language, string title)
    {
        var html = WebUtility.HtmlDecode(await seen.Site.Browser(language).GetStringAsync("/c/N1", Stop));
        Assert.Contains(title, html);
        Assert.Contains("Store 1", html);
        Assert.InRange(Regex.Count(html, "<(textarea|select|input type=\"(text|email|tel|file)\")(?![^>]*tabindex=\"-1\")"), 1, 3);
        Assert.DoesNotContain("<script", html);
    }

    [Fact]
    public async Task A_complaint_sent_twice_gives_the_same_receipt_and_is_one_case_of_the_stores_manager()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = site.Browser();
        var key = Guid.NewGuid();
        var (first, again) = (await Complain(browser, key, "Waited <script>alert(1)</script>"), await Complain(browser, key, "Waited <script>alert(1)</script>"));
        Assert.Equal(Code().Match(first).Value, Code().Match(again).Value);
        var row = Assert.Single((await site.Office.Do(new ListCases(new()), c.Executive)).Rows);
        Assert.Equal(("Stan Manager", CaseChannel.Web), (row.OwnerName, row.Channel));
        using (var opened = await Post(browser, "/track", ("code", Code().Match(first).Value.ToLowerInvariant()))) Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        Assert.DoesNotContain("<script", await browser.GetStringAsync("/track", Stop));
    }

    [Fact]
    public async Task A_machine_that_fills_every_field_is_thanked_and_not_heard()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var answer = await Post(site.Browser(), "/c/N1", ("key", Guid.NewGuid().ToString()), ("words", "buy now"), ("website", "http://evil.example"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty((await site.Office.Do(new ListCases(new()), c.Executive)).Rows);
    }

    [Fact]
    public async Task What_was_typed_stays_when_the_language_changes_or_something_is_missing()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        await Company.In(site.Office);
        using var browser = site.Browser();
        using (var turned = await Post(browser, "/c/N1", ("key", Guid.NewGuid().ToString()), ("words", "kept words"), ("to", "zh-Hant")))
        {
            var html = WebUtility.HtmlDecode(await turned.Content.ReadAsStringAsync(Stop));
            Assert.Contains("告訴我們哪裡做得不好", html);
            Assert.Contains("kept words", html);
        }
        using var empty = await Post(browser, "/c/N1", ("key", Guid.NewGuid().ToString()), ("words", " "), ("contact", "kept contact"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("kept contact", await empty.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_customer_follows_answers_and_asks_for_a_superior_by_the_code_alone()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = site.Browser();
        var code = Code().Match(await Complain(browser, Guid.NewGuid(), "Waited two hours")).Value;
        using (await Post(browser, "/track", ("code", code))) { }
        Assert.Contains("Stan Manager at Store 1 sees to it.", await browser.GetStringAsync("/track", Stop));
        using (var said = await Post(browser, "/track/answer", ("words", "And it was cold"))) Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        using (var asked = await Post(browser, "/track/superior", ("words", ""))) Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        var html = WebUtility.HtmlDecode(await browser.GetStringAsync("/track?note=done", Stop));
        Assert.Contains("And it was cold", html);
        Assert.Contains("You asked for a superior: Reg Manager was told.", html);
        using (var twice = await Post(browser, "/track/superior", ("words", "now"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using var manager = await site.BrowserOf(c, c.RegionalManager);
        Assert.Contains("The customer asked for a superior: Reg Manager", WebUtility.HtmlDecode(await manager.GetStringAsync("/cases/1", Stop)));
        using (await Post(browser, "/track/leave")) { }
        Assert.DoesNotContain("And it was cold", await browser.GetStringAsync("/track", Stop));
    }

    [Fact]
    public async Task A_customer_sends_a_photo_and_rates_how_it_was_handled_and_the_manager_reads_it()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        await site.Office.Do(new SetPublicAddress("https://care.example.com"), c.Administrator);
        using var browser = site.Browser();
        var code = Code().Match(await Complain(browser, Guid.NewGuid(), "Waited two hours")).Value;
        using (await Post(browser, "/track", ("code", code))) { }
        using (var photo = new MultipartFormDataContent { { new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0]), "photo", "seat.jpg" } })
        using (var sent = await browser.PostAsync("/track/photo", photo, Stop)) Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        using (var page = new MultipartFormDataContent { { new ByteArrayContent("<script>"u8.ToArray()), "photo", "seat.jpg" } })
        using (var refused = await browser.PostAsync("/track/photo", page, Stop)) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = await browser.GetStringAsync("/track", Stop);
        Assert.Contains("Photo: seat.jpg", html);
        Assert.DoesNotContain("/track/rate", html);
        await site.Office.Do(new EditCase(1) { CustomersView = "x", Cause = Cause.TooSlow }, c.StoreManager);
        await site.Office.Do(new CloseCase(1, CloseReason.NoAnswer, "Done"), c.StoreManager);
        site.Office.Clock.Now = site.Office.Clock.Now.AddDays(2);
        await site.Office.Do(new InviteAfterCases());
        Assert.Contains("/track/rate", await browser.GetStringAsync("/track", Stop));
        Assert.Contains("name=\"overall\"", await browser.GetStringAsync("/track/rate", Stop));
        using (var wrong = await Post(browser, "/track/rate", ("overall", "99"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var rated = await Post(browser, "/track/rate", ("process", "4"), ("outcome", "4"), ("treatment", "5"), ("overall", "4"), ("told", "1"), ("minutes", "10"), ("repeated", "no"))) Assert.Equal(HttpStatusCode.SeeOther, rated.StatusCode);
        Assert.DoesNotContain("/track/rate", await browser.GetStringAsync("/track", Stop));
        using (var again = await browser.GetAsync("/track/rate", Stop)) Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        using var superior = await site.BrowserOf(c, c.RegionalManager);
        Assert.Contains("How the customer found it", await superior.GetStringAsync("/cases/1", Stop));
        using var owner = await site.BrowserOf(c, c.StoreManager);
        Assert.DoesNotContain("How the customer found it", await owner.GetStringAsync("/cases/1", Stop));
    }

    [Fact]
    public async Task A_guessed_code_finds_nothing_and_guessing_is_limited()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        await Company.In(site.Office);
        using var browser = site.Browser();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 100 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            using var answer = await Post(browser, "/track", ("code", "ABCD-EFGH-JKLM-NPQR"));
            answers.Add(answer.StatusCode);
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task A_flood_of_complaints_from_one_address_is_turned_away()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = site.Browser();
        var taken = 0;
        for (var i = 0; i < 60; i++)
        {
            using var answer = await Post(browser, "/c/N1", ("key", Guid.NewGuid().ToString()), ("words", "again"));
            if (answer.StatusCode == HttpStatusCode.OK) taken++;
        }
        Assert.InRange(taken, 1, 59);
        Assert.Equal(taken, (await site.Office.Do(new ListCases(new()), c.Executive)).Count);
    }
}
