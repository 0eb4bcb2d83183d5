using System.Net;
using Regard.Storage;
using Regard.Tests.Organisation;
using Regard.Web.Tests.SignIn;
namespace Regard.Web.Tests;

/// <summary>A site that the tests of a class only look at: made once, because the first page of a site costs seconds.</summary>
public abstract class SeenSite : IAsyncLifetime
{
    readonly Dictionary<Caller, HttpClient> browsers = [];

    public TestSite Site { get; private set; } = null!;
    public Company Company { get; private set; } = null!;
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected virtual Task<Company> Fill(TestSite site) => Company.In(site.Office);

    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.On(Engine.Sqlite);
        Company = await Fill(Site);
    }

    /// <summary>A browser in which the person has signed in; the class keeps it.</summary>
    public async Task<HttpClient> Browser(Caller who) => browsers.TryGetValue(who, out var known) ? known : browsers[who] = await Site.BrowserOf(Company, who);

    /// <summary>The view of the north as the executive has it; who manages a store there finds no south in it.</summary>
    public async Task<string> North(string path, string asked = "")
    {
        using var outside = await (await Browser(Company.StoreManager)).GetAsync($"{path}?{asked}unit={Company.South}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        return await (await Browser(Company.Executive)).GetStringAsync($"{path}?{asked}unit={Company.North}", Stop);
    }

    /// <summary>The view of the north holds this; the agency is not shown it.</summary>
    public async Task Shows(string path, string shown)
    {
        Assert.Contains(shown, await North(path));
        await IsForbidden(path, Company.Agency);
    }

    public async Task IsForbidden(string path, Caller who)
    {
        using var answer = await (await Browser(who)).GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values) browser.Dispose();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The small company and nothing else.</summary>
public sealed class EmptySite : SeenSite;
