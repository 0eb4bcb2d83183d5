using Deque.AxeCore.Playwright;
using Regard.Customers;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Tests.Organisation;
namespace Regard.Browser.Tests.Customers;

public class CustomerTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, InlineData("en", true), InlineData("zh-Hans", true), InlineData("zh-Hant", false)]
    public async Task A_customer_is_found_by_initials_merged_with_its_twin_and_parted_again(string language, bool script)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (g, _) = await Known(site.Office);
        var page = await chromium.SignedIn(site, g.Company, g.Company.StoreManager, language, 320, script);
        await page.GotoAsync("/customers?sort=Newest");
        await page.Locator("#f-query").PressSequentiallyAsync("zsf");
        if (!script) await page.Locator(".customer-search button").ClickAsync();
        // The last of the searches that typing set off has come: no row is exchanged under the pointer.
        await page.WaitForURLAsync("**query=zsf**");
        await page.Locator(".htmx-request").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(2, await page.Locator("#customers tbody tr").CountAsync());
        await page.Locator("#customers tbody a").First.ClickAsync();
        Assert.Contains("张三丰", await page.Locator("h1").InnerTextAsync());

        await page.GotoAsync("/customers/duplicates");
        await page.Locator("form[action='/customers/duplicates/find'] button").ClickAsync();
        await page.Locator("form[action='/customers/duplicates/stop']").WaitForAsync();
        await new Timetable(site.Office.Office).LookForTwins(site.Office.Clock);
        if (!script) await page.GotoAsync("/customers/duplicates");
        await page.Locator(".twin form[action='/customers/duplicates/merge'] button").First.ClickAsync();
        await page.Locator(".twin").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GotoAsync("/customers?query=zsf");
        Assert.Equal(1, await page.Locator("#customers tbody tr").CountAsync());
        await page.Locator("#customers tbody a").First.ClickAsync();
        await page.Locator("#merged form[action$='/undo'] button").ClickAsync();
        await page.GotoAsync("/customers?query=zsf");
        Assert.Equal(2, await page.Locator("#customers tbody tr").CountAsync());
    }

    [Theory, InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task The_list_a_customer_and_the_duplicates_can_be_used_by_everyone(ColorScheme colours)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var (g, customer) = await Known(site.Office);
        await new DuplicateSearch(site.Office.Office, TimeProvider.System).Run(g.Company.Executive);
        foreach (var width in new[] { 320, 1280 })
        {
            var page = await chromium.SignedIn(site, g.Company, g.Company.StoreManager, width: width, colours: colours);
            foreach (var path in new[] { "/customers?sort=Newest", "/customers?query=nobody", $"/customers/{customer}", "/customers/duplicates", "/customers/merges" })
            {
                await page.GotoAsync(path);
                var result = await page.RunAxe();
                Assert.True(result.Violations.Length == 0, path + "\n" + string.Join("\n", result.Violations.Select(v => $"{v.Id}: {string.Join(" ", v.Nodes.Select(n => n.Html))}")));
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{path} at {width} px runs over the edge");
            }
        }
    }

    static async Task<(KnownCustomers, Id<Customer>)> Known(TestOffice t)
    {
        var g = await KnownCustomers.In(t);
        await g.Execute("insert into settings (name, value) values ('currency', 'CNY')");
        await g.WorkedOut();
        var first = await g.Add("张三丰", "13800138000", "zhang.sanfeng@example.com", segment: "fleet", since: "2029-01-01");
        await g.Add("张三丰", "+86 138 0013 8000");
        await g.Add("李娜", "13911112222");
        await g.Add("Anna Müller");
        foreach (var day in new[] { "2030-05-06", "2030-09-10", "2031-01-12" }) await g.Bought(first, day, 1_234_50, category: "保养", words: "换机油");
        await g.AddAsset(first, "沪A12345", "LFV2A21K8D4123456");
        await g.AddContract(first, "2030-06-01", until: "2031-06-01");
        await g.Stands(first, grade: "A", state: "Overdue", nextDay: "2031-04-20", type: "Hostage", satisfaction: 35);
        await t.Do(new SetConsent(first, Purpose.Service, Channel.Phone, true, new(2031, 1, 12), "counter"));
        await t.Do(new AddCustomerNote(first, NoteKind.Need, "Wants a loan car"));
        return (g, first);
    }
}
