using System.Net;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests.Post;

public class PostPagesTests
{
    static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_sets_up_a_webhook_and_sees_what_became_of_a_test()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Administrator);
        Assert.Contains("No channels", await browser.GetStringAsync("/channels", stop));
        (string, string)[] typed = [("Kind", "Webhook"), ("Name", "Orders"), ("Url", "https://10.0.0.1/hook"), ("Key", "a signing key long enough")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send("/channels/new?kind=Webhook", "/channels/new", typed[..3])).StatusCode);
        var saved = await browser.Send("/channels/new?kind=Webhook", "/channels/new", typed);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = saved.Headers.Location!.ToString();
        var shown = await browser.GetStringAsync(page, stop);
        Assert.Contains("https://10.0.0.1/hook", shown);
        Assert.DoesNotContain("a signing key long enough", shown);
        await browser.Send(page, page + "/test");
        await new Timetable(site.Office.Office).SendPost(site.Office.Clock);
        Assert.Contains("10.0.0.1 leads into the own network", await browser.GetStringAsync("/post", stop));
        Assert.Contains("Failing since", await browser.GetStringAsync("/channels", stop));
        var waiting = (await site.Office.Do(new ListMessages(new()))).Rows.Single();
        await browser.Send("/post", $"/post/{waiting.Id}/drop");
        Assert.Contains("Dropped by Ada Ministrator.", await browser.GetStringAsync("/post?state=Dead", stop));
        await browser.Send("/channels", page + "/switch", ("on", "false"));
        Assert.Contains("Switched off", await browser.GetStringAsync("/channels", stop));
    }

    [Fact]
    public async Task A_template_is_looked_at_filled_before_it_is_saved()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Administrator);
        Assert.Contains("我们已收到您的投诉", await browser.GetStringAsync("/templates", stop));
        const string page = "/templates/case-answer/zh-Hans";
        var preview = await browser.Send(page, page, ("After", "0"), ("Title", "关于 {number}"), ("Body", "{text}"), ("Preview", "1"));
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("关于 1024", await preview.Content.ReadAsStringAsync(stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(page, page, ("After", "0"), ("Title", "关于 {what}"), ("Body", "{text}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Send(page, page, ("After", "0"), ("Title", "关于 {number}"), ("Body", "{text}"))).StatusCode);
        Assert.Contains("Version 1", await browser.GetStringAsync("/templates", stop));
    }

    [Theory]
    [InlineData("en", "No messages")]
    [InlineData("zh-CN", "没有消息")]
    [InlineData("zh-TW", "沒有訊息")]
    public async Task The_empty_post_says_so_in_each_language(string language, string words)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        using var browser = await site.BrowserOf(c, c.Administrator);
        await browser.Send("/profile", "/profile/language", ("language", language));
        Assert.Contains(words, await browser.GetStringAsync("/post", stop));
    }

    [Fact]
    public async Task Whoever_does_not_look_after_channels_sees_neither_post_nor_channels()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        foreach (var who in new[] { c.Executive, c.StoreManager, c.FrontLine })
        {
            using var browser = await site.BrowserOf(c, who);
            foreach (var path in new[] { "/post", "/channels", "/channels/new", "/templates" }) Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path, stop)).StatusCode);
        }
    }
}
