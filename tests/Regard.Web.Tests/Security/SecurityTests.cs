using System.Net;
namespace Regard.Web.Tests.Security;

public class SecurityTests(EmptySite seen) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task Every_answer_carries_a_content_security_policy_without_inline_code()
    {
        foreach (var path in new[] { "/nowhere", "/api/openapi.json", "/assets/css/regard.css" })
        {
            using var answer = await seen.Site.Browser().GetAsync(path, TestContext.Current.CancellationToken);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("script-src 'self';", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
        }
    }

    [Fact]
    public async Task A_form_without_the_token_of_the_page_is_refused()
    {
        using var answer = await seen.Site.Browser().PostAsync("/preferences", new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task A_preference_never_sends_the_browser_to_another_site(string back)
    {
        using var browser = seen.Site.Browser();
        using var page = await browser.GetAsync("/nowhere", TestContext.Current.CancellationToken);
        using var answer = await browser.Send("/sign-in", "/preferences", ("theme", "dark"), ("back", back));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("zh-TW,zh;q=0.9", "找不到")]
    [InlineData("zh-CN", "未找到")]
    [InlineData("fr,en;q=0.5", "Not found")]
    public async Task A_missing_page_says_so_in_the_readers_language(string language, string words)
    {
        using var answer = await seen.Site.Browser(language).GetAsync("/nowhere", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
