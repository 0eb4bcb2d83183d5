using Regard.Storage;
namespace Regard.Browser.Tests;

public class ShellTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_page_breaks_no_rule_of_its_own_content_security_policy()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var page = await chromium.Page(site);
        var errors = new List<string>();
        page.Console += (_, m) => { if (m.Type == "error" && !m.Text.Contains("404")) errors.Add(m.Text); };
        await page.GotoAsync("/nowhere");
        Assert.Empty(errors);
    }
}
