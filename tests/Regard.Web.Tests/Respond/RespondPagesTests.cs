using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests;
using Regard.Tests.Surveys;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Respond;

public class RespondPagesTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static readonly (string, string)[] first = [("page", "0"), ("asked", "battery,nps"), ("r1_E", "9"), ("r1_P", "8"), ("r2_E", "7"), ("r2_P", "na"), ("nps", "10")];
    static readonly (string, string)[] second = [("page", "1"), ("asked", "visit,why,comment,years"), ("visit", "sales"), ("why", "price"), ("why", "place"), ("comment", "很好 <b>"), ("years", "3")];

    static Task<HttpResponseMessage> Post(HttpClient browser, string path, (string, string)[] fields, params (string, string)[] more) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Concat(more).Select(f => KeyValuePair.Create(f.Item1, f.Item2))), Cancel);

    static async Task<string> Text(HttpClient browser, string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(path, Cancel));

    [Theory, EachDatabase]
    public async Task A_customer_answers_in_their_language_page_by_page_and_is_thanked(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        var path = "/r/" + (await g.Invite("c1")).Single().Token;
        using var browser = site.Browser();
        var page = await Text(browser, path);
        Assert.Contains("lang=\"zh-Hans\"", page);
        Assert.Contains("您的光临", page);
        Assert.Contains("第 1 页，共 2 页", page);
        Assert.DoesNotContain("<script", page);

        using var turned = await Post(browser, path, first, ("go", "next"), ("language", "zh-Hans"));
        Assert.Equal((HttpStatusCode.SeeOther, path + "?page=1"), (turned.StatusCode, turned.Headers.Location!.OriginalString));
        using var later = site.Browser();
        var resumed = await Text(later, path);
        Assert.Contains("欢迎回来", resumed);
        Assert.Contains("name=\"comment\"", resumed);

        using var sent = await Post(later, path, second, ("go", "next"));
        Assert.Equal((HttpStatusCode.SeeOther, path), (sent.StatusCode, sent.Headers.Location!.OriginalString));
        Assert.Contains("谢谢您", await Text(later, path));
        using var again = await Post(browser, path, second, ("go", "next"));
        Assert.Contains("谢谢您", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync(Cancel)));
        var shown = await g.Shown();
        Assert.Equal((1, 1, 1), (shown.Opened, shown.Submitted, shown.Responses));
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_is_said_beside_the_question_and_what_was_chosen_stays(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        var path = "/r/" + (await g.Invite("c1")).Single().Token;
        using var browser = site.Browser();
        using var answer = await Post(browser, path, [("page", "0"), ("asked", "battery,nps"), ("r1_E", "9"), ("nps", "3"), ("language", "en")], ("go", "next"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("3 answers need another look:", page);
        Assert.Contains("href=\"#q-r1_P\"", page);
        Assert.Matches("name=\"r1_E\" value=\"9\"[^>]* checked", page);
        Assert.Matches("name=\"nps\" value=\"3\"[^>]* checked", page);
    }

    [Theory, EachDatabase]
    public async Task Changing_the_language_or_going_back_keeps_what_was_answered_so_far(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        var path = "/r/" + (await g.Invite("c1")).Single().Token;
        using var browser = site.Browser();
        using var changed = await Post(browser, path, [("page", "0"), ("asked", "battery,nps"), ("r1_E", "9"), ("language", "zh-Hans")], ("to", "zh-Hant"));
        var page = await Text(browser, changed.Headers.Location!.OriginalString);
        Assert.Contains("您的光臨", page);
        Assert.Matches("name=\"r1_E\" value=\"9\"[^>]* checked", page);

        using var on2 = await Post(browser, path, first, ("go", "next"));
        using var back = await Post(browser, path, [("page", "1"), ("asked", "visit,why,comment,years"), ("comment", "half a thought"), ("years", "no number")], ("go", "back"));
        Assert.Equal(path + "?page=0", back.Headers.Location!.OriginalString);
        var second = await Text(browser, path + "?page=1");
        Assert.Contains("half a thought", second);
        Assert.DoesNotContain("no number", second);
    }

    [Theory, EachDatabase]
    public async Task Skipping_ahead_to_the_last_page_leads_back_to_what_was_left_out(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        var path = "/r/" + (await g.Invite("c1")).Single().Token;
        using var browser = site.Browser();
        using var sent = await Post(browser, path, second, ("go", "next"), ("language", "en"));
        Assert.Equal(path + "?page=0&check=1", sent.Headers.Location!.OriginalString);
        Assert.Contains("answers need another look", await Text(browser, sent.Headers.Location!.OriginalString));
        Assert.Equal(0, (await g.Shown()).Responses);
    }

    [Theory, EachDatabase]
    public async Task The_open_link_asks_for_the_place_and_each_browser_answers_once_until_it_begins_anew(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        var link = "/o/" + await site.Office.Do(new OpenWaveLink(g.Wave));
        using var browser = site.Browser();
        Assert.Contains("Which place is this about?", await Text(browser, link));
        using var chosen = await browser.GetAsync(link + "?unit=S3", Cancel);
        var path = chosen.Headers.Location!.OriginalString;
        Assert.Contains("About: Store 3", await Text(browser, path));
        using var _ = await Post(browser, path, first, ("go", "next"));
        using var sent = await Post(browser, path, second, ("go", "next"));
        Assert.Contains("Thank you!", await Text(browser, sent.Headers.Location!.OriginalString));
        Assert.Contains("?new=1", await Text(browser, path));
        Assert.Contains("name=\"r1_E\"", await Text(browser, path + "?new=1"));
        Assert.Equal([("S3", 1L)], (await g.Shown()).Units.Select(u => (u.Unit.Code, u.Responses)));
    }

    [Theory, EachDatabase]
    public async Task The_open_link_works_in_a_browser_that_keeps_no_cookies(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        var path = "/o/" + await site.Office.Do(new OpenWaveLink(g.Wave)) + "/N2";
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var key = System.Text.RegularExpressions.Regex.Match(await Text(browser, path), "name=\"key\" value=\"([^\"]+)\"").Groups[1].Value;
        using var turned = await Post(browser, path, first, ("go", "next"), ("key", key));
        Assert.Contains("name=\"comment\"", await Text(browser, turned.Headers.Location!.OriginalString));
        using var sent = await Post(browser, path, second, ("go", "next"), ("key", key));
        Assert.Contains("Thank you!", await Text(browser, sent.Headers.Location!.OriginalString));
        Assert.Equal(1, (await g.Shown()).Responses);
    }

    [Theory, EachDatabase]
    public async Task Broken_links_and_closed_or_planned_waves_say_so_on_a_light_page(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Planned(site.Office);
        var path = "/r/" + (await g.Invite("c1")).Single().Token;
        using var browser = site.Browser("zh-Hant");
        using var broken = await browser.GetAsync("/r/nonsense", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, broken.StatusCode);
        var page = WebUtility.HtmlDecode(await broken.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("連結無法使用", page);
        Assert.DoesNotContain("tabler", page);
        Assert.Contains("尚未开始", await Text(browser, path));
        await site.Office.Do(new OpenWave(g.Wave));
        await site.Office.Do(new CloseWave(g.Wave));
        Assert.Contains("调查已结束", await Text(browser, path));
        using var late = await Post(browser, path, second, ("go", "next"));
        Assert.Contains("调查已结束", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Cancel)));
    }

    [Fact]
    public async Task The_page_with_its_style_travels_in_under_thirty_kilobytes()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var rater = await GivenWave.Open(site.Office);
        var (_, version, tree) = await GivenForm.Rater(site.Office);
        var wave = await site.Office.Do(new PlanWave(rater.Programme, "RATER", version, tree, new(2031, 5, 1), new(2031, 5, 30)));
        await site.Office.Do(new OpenWave(wave));
        using var browser = site.Browser("zh-Hans");
        var html = await browser.GetByteArrayAsync("/o/" + await site.Office.Do(new OpenWaveLink(wave)) + "/N1", Cancel);
        var style = System.Text.RegularExpressions.Regex.Match(System.Text.Encoding.UTF8.GetString(html), "href=\"(/assets/css/respond[^\"]+)\"").Groups[1].Value;
        Assert.InRange(Compressed(html) + Compressed(await browser.GetByteArrayAsync(style, Cancel)), 1_000, 30_000);
    }

    static long Compressed(byte[] bytes)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return to.Length;
    }

    [Theory, EachDatabase]
    public async Task A_program_sends_responses_with_a_key_and_is_acknowledged_the_same_twice(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        using var program = await site.ProgramOf(g.Company.Agency);
        var key = Guid.NewGuid();
        var body = new { unitCode = "N1", answers = new Dictionary<string, object?> { ["r1_E"] = 9, ["r1_P"] = 8, ["r2_E"] = 7, ["r2_P"] = null, ["why"] = new[] { "price" } }, language = "zh-Hans" };
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/waves/{g.Wave}/responses") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key.ToString() } } };
            using var answer = await program.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var receipt = await answer.Content.ReadFromJsonAsync<Receipt>(Cancel);
            Assert.Equal((key, i == 1), (receipt!.Key, receipt.CameBefore));
        }
        using var wrong = await program.PostAsJsonAsync($"/api/waves/{g.Wave}/responses", new { key = Guid.NewGuid(), unitCode = "N1", answers = new { r9 = 1 } }, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("r9", await wrong.Content.ReadAsStringAsync(Cancel));
        using var keyless = await program.PostAsJsonAsync($"/api/waves/{g.Wave}/responses", body, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, keyless.StatusCode);
        using var manager = await site.ProgramOf(g.Company.StoreManager);
        using var forbidden = await manager.PostAsJsonAsync($"/api/waves/{g.Wave}/responses", new { key, body.unitCode, body.answers }, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(1, (await g.Shown()).Responses);
    }

    [Theory, EachDatabase]
    public async Task A_page_of_ones_own_can_answer_by_link_through_the_api(Engine on)
    {
        await using var site = await TestSite.On(on);
        var g = await GivenWave.Open(site.Office);
        var token = (await g.Invite("c1")).Single().Token;
        using var client = site.Browser();
        Assert.Contains("\"state\":\"Open\"", await client.GetStringAsync($"/api/respond/links/{token}", Cancel));
        using var saved = await client.PutAsJsonAsync($"/api/respond/links/{token}/pages/1", new { answers = new { years = 3 }, language = "en" }, Cancel);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        using var sent = await client.PostAsJsonAsync($"/api/respond/links/{token}", new { answers = new { r1_E = 9, r1_P = 8, r2_E = 7, r2_P = 6 }, language = "en" }, Cancel);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains("\"state\":\"Answered\"", await client.GetStringAsync($"/api/respond/links/{token}", Cancel));
    }
}
