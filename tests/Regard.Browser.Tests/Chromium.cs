using Regard.Organisation;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Browser.Tests;

/// <summary>One headless Chromium for all tests of a class; tests are skipped by name where none is installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string? path = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    IPlaywright? playwright;
    IBrowser? browser;
    readonly HashSet<(TestSite, Id<Person>)> joined = [];

    public async ValueTask InitializeAsync()
    {
        if (path is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path, Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task<IPage> Page(TestSite site, string language = "en", int width = 1280, bool script = true, ColorScheme colours = ColorScheme.Light)
    {
        if (browser is null) Assert.Skip("No Chromium on the PATH; ./test installs it when run as root");
        var context = await browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), Locale = language, ViewportSize = new() { Width = width, Height = 800 }, JavaScriptEnabled = script, ColorScheme = colours });
        context.SetDefaultTimeout(60000);
        return await context.NewPageAsync();
    }

    /// <summary>A page in which the person has signed in.</summary>
    public async Task<IPage> SignedIn(TestSite site, Company company, Caller who, string language = "en", int width = 1280, bool script = true, ColorScheme colours = ColorScheme.Light)
    {
        var page = await Page(site, language, width, script, colours);
        await page.Context.AddCookiesAsync([new Cookie { Name = "regard-language", Value = language, Url = site.Address.ToString() }]);
        var email = joined.Add((site, who.Person!.Value)) ? await GivenSignIn.GivePassword(company, who) : (await site.Office.Do(new ShowProfile(), who)).Email;
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Email]", email);
        await page.FillAsync("[name=Password]", Company.Password);
        await page.Locator("main form[action='/sign-in'] button").ClickAsync();
        await page.Locator(".shell").WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
