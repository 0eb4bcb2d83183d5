using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Regard.Care;
using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Browser.Tests.Cases;

public class ComplaintTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task A_clerk_without_network_takes_a_complaint_down_and_it_arrives_once(string language)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var phone = await chromium.SignedIn(site, c, c.FrontLine, language, 320);
        await phone.GotoAsync("/cases/new");
        await phone.WaitForFunctionAsync("navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)");
        await phone.Context.SetOfflineAsync(true);
        await phone.ReloadAsync();
        Assert.DoesNotContain("Fran Line", await phone.ContentAsync());
        await phone.FillAsync("#words", "我等了两个小时，没有人理我");
        await phone.FillAsync("#contact", "王小明 13800138000");
        await phone.Locator("[name=anger][value='2']").CheckAsync(new() { Force = true });
        await phone.Locator("#go").ClickAsync();
        await phone.Locator("#waiting .kept-words").WaitForAsync();
        await phone.Locator(".kept-correct").ClickAsync();
        await phone.FillAsync("#words", "我等了三个小时，没有人理我");
        await phone.Locator("#go").ClickAsync();
        await Assertions.Expect(phone.Locator("#waiting .kept-words")).ToHaveTextAsync("我等了三个小时，没有人理我");
        Assert.Empty((await site.Office.Do(new ListCases(new()), c.Executive)).Rows);

        await phone.Context.SetOfflineAsync(false);
        await phone.Locator("#sent .sent-number").WaitForAsync();
        await phone.Locator("#waiting").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await phone.ReloadAsync();
        await phone.Locator("#capture").WaitForAsync();
        var heard = Assert.Single((await site.Office.Do(new ListCases(new()), c.Executive)).Rows);
        Assert.Equal(("Fran Line", "王小明", 2, c.Store(1)), (heard.OwnerName, heard.ContactName, heard.Anger, heard.UnitId));
    }

    [Fact]
    public async Task An_entry_waits_for_its_clerk_to_sign_in_again_and_signing_out_asks_first()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var phone = await chromium.SignedIn(site, c, c.FrontLine, "en", 320);
        await phone.GotoAsync("/cases/new");
        await phone.Context.ClearCookiesAsync(new() { Name = "regard" });
        await phone.FillAsync("#words", "Too loud");
        await phone.Locator("#go").ClickAsync();
        await phone.Locator("#sign-in").ClickAsync();
        await phone.FillAsync("[name=Email]", "fran.line@example.com");
        await phone.FillAsync("[name=Password]", Company.Password);
        await phone.Locator("main form[action='/sign-in'] button").ClickAsync();
        await phone.Locator("#sent .sent-number").WaitForAsync();
        Assert.Single((await site.Office.Do(new ListCases(new()), c.Executive)).Rows);

        await phone.RouteAsync("**/cases/new/token", r => r.AbortAsync());
        await phone.FillAsync("#words", "Too cold");
        await phone.Locator("#go").ClickAsync();
        await phone.Locator("#waiting .kept-words").WaitForAsync();
        await phone.GotoAsync("/cases");
        var asked = "";
        phone.Dialog += async (_, d) => { asked = d.Message; await d.DismissAsync(); };
        await phone.Locator(".shell-menu > summary").ClickAsync();
        await phone.Locator("form[action='/sign-out'] button").ClickAsync();
        await phone.WaitForFunctionAsync("true");
        await Assertions.Expect(phone.Locator(".shell")).ToBeVisibleAsync();
        Assert.Contains("1 complaints or visits taken down", asked);
    }

    [Theory, InlineData("zh-Hans", true), InlineData("en", false)]
    public async Task A_customer_complains_follows_and_asks_for_a_superior_who_sees_it(string language, bool script)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var customer = await chromium.Page(site, language, 320, script);
        await customer.GotoAsync("/c/N1");
        await customer.FillAsync("#words", "说好周五交车，到今天都没有电话");
        await customer.Locator("button.main").ClickAsync();
        Assert.Matches(new Regex("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}"), await customer.Locator(".receipt").InnerTextAsync());
        await customer.Locator("form[action='/track'] button").ClickAsync();
        Assert.Contains("Stan Manager", await customer.InnerTextAsync("main"));
        await customer.Locator("details summary").ClickAsync();
        await customer.Locator("form[action='/track/superior'] button").ClickAsync();
        Assert.Contains("Reg Manager", await customer.InnerTextAsync(".track"));

        var manager = await chromium.SignedIn(site, c, c.RegionalManager, language, 1280);
        await manager.GotoAsync("/cases");
        await manager.Locator(".inbox-row a[data-open]").First.ClickAsync();
        await Assertions.Expect(manager.Locator("#case-side .alert-warning")).ToContainTextAsync("Reg Manager");
        await manager.Locator("#case-side [name='note.kind'][value='Call']").CheckAsync();
        await manager.FillAsync("#f-note-words", "已致电道歉");
        await manager.Locator("#case-side .note-form .btn-primary").ClickAsync();
        await Assertions.Expect(manager.Locator("#case-side .talk")).ToContainTextAsync("已致电道歉");
        Assert.Contains("/cases?at=", manager.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_on_a_phone_refunds_within_the_limit_and_sees_more_wait_for_the_head()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        await site.Office.Do(new SetAuthorities("CNY", new() { Rows = [new() { Role = Role.FrontLine, Limit = 200_00, MonthlyPool = 500_00 }, new() { Role = Role.Manager, Limit = 2_000_00, MonthlyPool = 5_000_00 }] }), c.Executive);
        var heard = await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "汤是凉的" }, c.FrontLine);
        var phone = await chromium.SignedIn(site, c, c.FrontLine, "zh-Hans", 320);
        async Task Give(string amount)
        {
            await phone.GotoAsync($"/cases/{heard.Number}#remedies");
            if (!await phone.Locator("#f-remedy-Amount").IsVisibleAsync()) await phone.Locator("#remedies summary.btn").ClickAsync();
            await phone.SelectOptionAsync("#f-remedy-Kind", "Refund");
            await phone.FillAsync("#f-remedy-Amount", amount);
            await phone.FillAsync("#f-remedy-Words", "退还餐费");
            await phone.Locator("#remedies form[action$='/remedies'] .btn-primary").ClickAsync();
            await phone.WaitForLoadStateAsync();
        }
        await Give("150");
        await Assertions.Expect(phone.Locator("#remedies")).ToContainTextAsync("至多 50.00 CNY");
        await Give("51");
        await Assertions.Expect(phone.Locator("#remedies")).ToContainTextAsync("等待Stan Manager");
        var manager = await chromium.SignedIn(site, c, c.StoreManager, "zh-Hans", 320);
        await manager.GotoAsync($"/cases/{heard.Number}#remedies");
        await manager.Locator("#remedies button[value='yes']").ClickAsync();
        await Assertions.Expect(manager.Locator("#remedies")).ToContainTextAsync("由Stan Manager决定");
    }

    [Fact]
    public async Task The_inbox_is_worked_by_keys()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        for (var i = 1; i <= 3; i++) await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = $"Complaint {i}" }, c.FrontLine);
        var page = await chromium.SignedIn(site, c, c.StoreManager, "en", 1280);
        await page.GotoAsync("/cases");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        Assert.Equal(["2"], await page.Locator(".inbox-row input:checked").EvaluateAllAsync<string[]>("boxes => boxes.map(b => b.value)"));
        await Assertions.Expect(page.Locator(".bulk-count")).ToHaveTextAsync("1 selected");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#case-side h2").First).ToHaveTextAsync("Complaint 2");
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("#case-keys").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#case-keys").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("/");
        Assert.Equal("f-query", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.TypeAsync("Complaint 3");
        await Assertions.Expect(page.Locator(".inbox-row")).ToHaveCountAsync(1);
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("c");
        await page.WaitForURLAsync("**/cases/new");
    }

    [Theory, InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task Every_page_of_complaints_can_be_used_by_everyone(ColorScheme colours)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var heard = await site.Office.Do(new HearCase { UnitId = c.Store(1), Words = "我等了两个小时，没有人理我", ContactName = "王小明", Anger = 3, Severity = Severity.Severe, IsMedia = true }, c.FrontLine);
        await site.Office.Do(new OfferCase(heard.Number, c.StoreManager.Person!.Value, "Please"), c.FrontLine);
        await site.Office.Do(new AddNote(heard.Number, CaseNoteKind.Sent, "We are sorry"), c.FrontLine);
        await site.Office.Do(new DoStep(heard.Number, RecoveryStep.Apologise, "Said sorry"), c.FrontLine);
        site.Office.Clock.Now += TimeSpan.FromDays(3);
        foreach (var width in new[] { 320, 1280 })
        {
            var page = await chromium.SignedIn(site, c, c.StoreManager, "en", width, colours: colours);
            foreach (var path in new[] { "/cases", $"/cases?at={heard.Number}&kind=Complaint", $"/cases/{heard.Number}", "/cases/new", "/cases/new/kept", "/cases/rules", $"/cases/contacts?unit={c.Store(1)}", "/cases/posters", "/cases/posters/N1", "/c/N1", "/track" })
            {
                await page.GotoAsync(path);
                var result = await page.RunAxe();
                Assert.True(result.Violations.Length == 0, path + "\n" + string.Join("\n", result.Violations.Select(v => $"{v.Id}: {string.Join(" ", v.Nodes.Select(n => n.Html))}")));
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{path} at {width} px runs over the edge");
            }
        }
        var executive = await chromium.SignedIn(site, c, c.Executive, "en", 320, colours: colours);
        await executive.GotoAsync("/cases/rules/edit");
        var rules = await executive.RunAxe();
        Assert.True(rules.Violations.Length == 0, string.Join("\n", rules.Violations.Select(v => $"{v.Id}: {string.Join(" ", v.Nodes.Select(n => n.Html))}")));
    }
}
