using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Regard.Storage;
namespace Regard.Web.Tests;

/// <summary>The real web node on a free port, over a fresh database.</summary>
public sealed class TestSite : IAsyncDisposable
{
    readonly WebApplication app;

    TestSite(WebApplication app, TestOffice office)
    {
        (this.app, Office) = (app, office);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public TestOffice Office { get; }
    public Uri Address { get; }

    public static async Task<TestSite> On(Engine engine, string at = "2031-05-01T09:00:00Z")
    {
        var office = await TestOffice.On(engine, at);
        var app = RegardApp.Build(new RegardSettings { Database = office.Database, Clock = office.Clock, Address = "http://127.0.0.1:0", RunsClock = false, Quiet = true });
        await app.StartAsync();
        return new TestSite(app, office);
    }

    /// <summary>A browser of its own: cookies kept, redirects not followed.</summary>
    public HttpClient Browser(string language = "en")
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Office.DisposeAsync();
    }
}

public static partial class Forms
{
    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    static async Task<string> TokenOf(HttpClient browser, string page) =>
        WebUtility.HtmlDecode(Token().Match(await browser.GetStringAsync(page, TestContext.Current.CancellationToken)).Groups[1].Value);

    /// <summary>Sends a form as a browser would, with the token of the page it stands on.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", await TokenOf(browser, page))]);
        return await browser.PostAsync(to, form, TestContext.Current.CancellationToken);
    }

    /// <summary>The same with a file in the field "file".</summary>
    public static async Task<HttpResponseMessage> Upload(this HttpClient browser, string page, string to, byte[] file, string fileName, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent(await TokenOf(browser, page)), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(file), "file", fileName);
        return await browser.PostAsync(to, form, TestContext.Current.CancellationToken);
    }
}
