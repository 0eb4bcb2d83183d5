using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Regard.Cases;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Cases;

public class CaptureTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<HttpResponseMessage> Send(HttpClient browser, Guid key, string words, string? token = null)
    {
        var pass = token ?? (await browser.GetFromJsonAsync<JsonElement>("/cases/new/token", Stop)).GetProperty("token").GetString()!;
        using var message = new HttpRequestMessage(HttpMethod.Post, "/cases/new/send") { Content = new FormUrlEncodedContent([KeyValuePair.Create("key", key.ToString()), KeyValuePair.Create("words", words), KeyValuePair.Create("contact", "李娜 139 1111 2222")]) };
        message.Headers.Add("RequestVerificationToken", pass);
        return await browser.SendAsync(message, Stop);
    }

    [Fact]
    public async Task Whoever_takes_it_down_owns_it_and_is_told_the_customers_code()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.FrontLine);
        using var answer = await browser.Send("/cases/new", "/cases/new", ("words", "Waited <two> hours"), ("contact", "王小明, wang@example.com"), ("anger", "2"), ("kind", "Complaint"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", await answer.Content.ReadAsStringAsync(Stop));
        var taken = await site.Office.Do(new ShowCase(1), c.FrontLine);
        Assert.Equal(("Fran Line", "王小明", "wang@example.com", 2, c.Store(1)), (taken.OwnerName, taken.Case.ContactName, taken.Case.ContactEmail, taken.Case.Anger, taken.Case.UnitId));
        using var empty = await browser.Send("/cases/new", "/cases/new", ("words", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    [Fact]
    public async Task What_the_phone_sends_twice_is_one_case()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.FrontLine);
        var key = Guid.NewGuid();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await Send(browser, key, "Too loud");
            Assert.Equal(1, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("number").GetInt64());
        }
        Assert.Equal("13911112222", (await site.Office.Do(new ShowCase(1), c.FrontLine)).Case.ContactPhone?.Replace(" ", "", StringComparison.Ordinal));
        using var wrong = await Send(browser, Guid.NewGuid(), "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Say what it is about.", await wrong.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_photo_comes_with_it_once_and_what_is_no_photo_is_named_and_loses_nothing()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.FrontLine);
        var pass = (await browser.GetFromJsonAsync<JsonElement>("/cases/new/token", Stop)).GetProperty("token").GetString()!;
        async Task<JsonElement> With(Guid key, byte[] photo)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "/cases/new/send")
            {
                Content = new MultipartFormDataContent { { new StringContent(key.ToString()), "key" }, { new StringContent("Scratched"), "words" }, { new ByteArrayContent(photo), "photo", "photo.jpg" } },
            };
            message.Headers.Add("RequestVerificationToken", pass);
            using var answer = await browser.SendAsync(message, Stop);
            return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        }
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var key = Guid.NewGuid();
        for (var i = 0; i < 2; i++) Assert.Equal(JsonValueKind.Null, (await With(key, png)).GetProperty("photo").ValueKind);
        Assert.Equal("image/png", Assert.Single((await site.Office.Do(new ShowCase(1), c.FrontLine)).Files).Type);
        var refused = await With(Guid.NewGuid(), [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0]);
        Assert.Equal(2, refused.GetProperty("number").GetInt64());
        Assert.Contains("A case takes photos", refused.GetProperty("photo").GetString());
    }

    [Fact]
    public async Task The_phone_is_told_when_its_session_is_over_and_no_other_site_can_send()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var visitor = site.Browser();
        using (var pass = await visitor.GetAsync("/cases/new/token", Stop)) Assert.Equal(HttpStatusCode.Unauthorized, pass.StatusCode);
        using var browser = await site.BrowserOf(c, c.FrontLine);
        using var forged = await Send(browser, Guid.NewGuid(), "x", token: "made up");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task What_the_phone_keeps_of_the_page_names_nobody()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.FrontLine);
        var kept = WebUtility.HtmlDecode(await browser.GetStringAsync("/cases/new/kept?language=zh-Hans", Stop));
        Assert.Contains("客户说了什么？", kept);
        foreach (var hidden in new[] { "Fran", "Stan", "Store 1", "__RequestVerificationToken" }) Assert.DoesNotContain(hidden, kept);
        using var worker = await browser.GetAsync("/cases/capture-worker.js?language=zh-Hans", Stop);
        Assert.Equal("text/javascript", worker.Content.Headers.ContentType?.MediaType);
        Assert.Contains("/cases/new/kept?language=zh-Hans", await worker.Content.ReadAsStringAsync(Stop));
    }
}
