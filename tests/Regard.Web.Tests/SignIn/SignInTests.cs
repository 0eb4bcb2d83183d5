using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Web.Tests.SignIn;

public class SignInTests(EmptySite seen) : IClassFixture<EmptySite>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_visitor_founds_the_company_with_the_link_and_is_signed_in()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        using var browser = site.Browser("zh-CN");
        using (var first = await browser.GetAsync("/sign-in", Stop)) Assert.Equal("/found", first.Headers.Location!.OriginalString);
        var link = "/found?token=" + await site.Office.Do(new MakeOpeningToken());

        using (var wrong = await browser.Send(link, "/found", ("Token", "guess"), ("Name", "蓝海汽车"), ("Code", "LH"), ("AdministratorName", "李娜"), ("Email", "li.na@example.com"), ("Password", "很长很长的一个好密码")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var token = Regex.Match(await browser.GetStringAsync(link, Stop), "name=\"Token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using (var weak = await browser.Send(link, "/found", ("Token", token), ("Name", "蓝海汽车"), ("Code", "LH"), ("AdministratorName", "李娜"), ("Email", "li.na@example.com"), ("Password", "short")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
            var html = await weak.Content.ReadAsStringAsync(Stop);
            Assert.Contains("密码至少需要 10 个字符。", html);
            Assert.Contains("value=\"蓝海汽车\"", html);
        }
        using var done = await browser.Send(link, "/found", ("Token", token), ("Name", "蓝海汽车"), ("Code", "LH"), ("AdministratorName", "李娜"), ("Email", "li.na@example.com"), ("Password", "很长很长的一个好密码"));
        Assert.Equal("/organisation", done.Headers.Location!.OriginalString);
        Assert.Contains("蓝海汽车", await browser.GetStringAsync("/organisation", Stop));
    }

    [Fact]
    public async Task A_wrong_password_says_so_and_keeps_the_address_typed()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        await Company.In(site.Office);
        using var browser = site.Browser();
        using var answer = await browser.Send("/sign-in", "/sign-in", ("Email", "administrator@example.com"), ("Password", "wrong password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("do not belong together", html);
        Assert.Contains("value=\"administrator@example.com\"", html);
        Assert.DoesNotContain("wrong password", html);
    }

    [Theory]
    [InlineData("/people?q=a", "/people?q=a")]
    [InlineData("//evil.example", "/work")]
    [InlineData("https://evil.example", "/work")]
    public async Task After_signing_in_one_is_where_one_wanted_to_go_on_this_site(string back, string to)
    {
        using var browser = seen.Site.Browser();
        using var answer = await browser.Send("/sign-in", "/sign-in", ("Email", "administrator@example.com"), ("Password", Company.Password), ("back", back));
        Assert.Equal(to, answer.Headers.Location!.OriginalString);
        Assert.Contains("httponly", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("regard=", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_asks_for_sign_in_and_a_role_that_may_not_see_it_is_told()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var nobody = site.Browser();
        using (var answer = await nobody.GetAsync("/people?q=a", Stop)) Assert.Equal("/sign-in?back=%2Fpeople%3Fq%3Da", answer.Headers.Location!.OriginalString);
        using var agency = await site.BrowserOf(c, c.Agency);
        using (var answer = await agency.GetAsync("/people", Stop)) Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_invited_person_joins_and_signs_out()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var link = await site.Office.Do(new InvitePerson("Wang Wei", "wang.wei@example.com", Role.Analyst, c.Group), c.Administrator);
        using var browser = site.Browser("zh-TW");
        using (var joined = await browser.Send($"/join/{link.Token}", $"/join/{link.Token}", ("Password", "a fine long password"), ("language", "zh-Hant"))) Assert.Equal("/", joined.Headers.Location!.OriginalString);
        Assert.Contains("個人設定", await browser.GetStringAsync("/profile", Stop));
        using (var used = await browser.GetAsync($"/join/{link.Token}", Stop)) Assert.Equal(HttpStatusCode.Conflict, used.StatusCode);
        using (await browser.Send("/profile", "/sign-out")) { }
        using (var gone = await browser.GetAsync("/profile", Stop)) Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
    }

    [Fact]
    public async Task The_profile_changes_language_password_and_tokens()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Administrator);
        using (await browser.Send("/profile", "/profile/language", ("language", "zh-Hans"))) { }
        Assert.Contains("<html lang=\"zh-Hans\"", await browser.GetStringAsync("/profile", Stop));
        using (await browser.Send("/profile", "/preferences", ("language", "en"))) { }
        Assert.Contains("<html lang=\"en\"", await browser.GetStringAsync("/profile", Stop));
        using (var wrong = await browser.Send("/profile", "/profile/password", ("Current", "not it at all"), ("New", "a fine long password")))
            Assert.Contains("This is not your current password.", await wrong.Content.ReadAsStringAsync(Stop));
        using (var changed = await browser.Send("/profile", "/profile/password", ("Current", Company.Password), ("New", "a fine long password"))) Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        using (var made = await browser.Send("/profile", "/profile/tokens", ("Name", "nightly"), ("Days", "30"))) Assert.Matches("value=\"rgd_[^\"]{43}\"", await made.Content.ReadAsStringAsync(Stop));
        Assert.DoesNotContain("rgd_", await browser.GetStringAsync("/profile", Stop));
        using (await browser.Send("/profile", "/profile/sign-out-everywhere")) { }
        using (var gone = await browser.GetAsync("/profile", Stop)) Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
    }

    [Fact]
    public async Task A_program_signs_in_and_acts_by_token_and_a_cookie_counts_for_nothing_there()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var program = new HttpClient { BaseAddress = site.Address };
        using (var wrong = await program.PostAsJsonAsync("/api/sign-in", new { email = "administrator@example.com", password = "wrong password" }, Stop)) Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using var right = await program.PostAsJsonAsync("/api/sign-in", new { email = "administrator@example.com", password = Company.Password, device = "script" }, Stop);
        program.DefaultRequestHeaders.Authorization = new("Bearer", (await right.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("token").GetString());
        Assert.Equal("Ada Ministrator", (await program.GetFromJsonAsync<JsonElement>("/api/profile", Stop)).GetProperty("name").GetString());
        using var browser = await site.BrowserOf(c, c.Administrator);
        using var answer = await browser.GetAsync("/api/profile", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
