using Deque.AxeCore.Playwright;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Tests.Visits;
using Regard.Visits;
using Regard.Web.Tests;
namespace Regard.Browser.Tests.Visits;

public class VisitTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task A_visitor_who_loses_the_network_in_the_middle_loses_nothing_and_sends_one_visit(string language)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenVisits.In(site.Office);
        var c = given.Company;
        var form = await given.Form(FormTemplate.Hygiene);
        var phone = await chromium.SignedIn(site, c, c.FrontLine, language, 320);
        await phone.GotoAsync($"/visits/new?unit={c.Store(1)}&kind=Hygiene&form={form}");
        await phone.Locator("html[data-kept=yes]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Empty((await phone.RunAxe()).Violations);
        var slots = (await site.Office.Do(new ShowFormVersion(form))).Slots;
        async Task Tick(int at, int value) => await phone.Locator($"[name='{slots[at].Key}'][value='{value}']").CheckAsync();
        for (var i = 0; i < 6; i++) await Tick(i, 1);
        await Tick(2, 0);
        await phone.SetInputFilesAsync($"[name='photo.{slots[2].Key}']", new FilePayload { Name = "stain.png", MimeType = "image/png", Buffer = GivenVisits.Photo });
        await phone.Locator($"[data-key='{slots[2].Key}'] .photo-kept").WaitForAsync();

        await phone.Context.SetOfflineAsync(true);
        await phone.ReloadAsync();
        await phone.Locator("#restored").WaitForAsync();
        Assert.DoesNotContain("Fran Line", await phone.ContentAsync());
        Assert.True(await phone.Locator($"[name='{slots[5].Key}'][value='1']").IsCheckedAsync());
        await phone.Locator("#go").ClickAsync();
        await Assertions.Expect(phone.Locator(".visit-wrong").First).ToBeVisibleAsync();
        for (var i = 6; i < slots.Count; i++) await Tick(i, 1);
        await phone.FillAsync("#visit-notes", "地面有油迹");
        await phone.Locator("#go").ClickAsync();
        await phone.Locator("#waiting .kept-words").WaitForAsync();
        Assert.Equal(0, (await site.Office.Do(new ListVisits(), c.Executive)).Total);

        await phone.Context.SetOfflineAsync(false);
        await phone.Locator("#sent .sent-number").WaitForAsync();
        await phone.Locator("#waiting").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await phone.ReloadAsync();
        await phone.Locator("#visit").WaitForAsync();
        await Assertions.Expect(phone.Locator("#restored")).ToBeHiddenAsync();
        var visit = Assert.Single((await site.Office.Do(new ListVisits(), c.Executive)).Visits);
        Assert.Equal((c.Store(1), 1L, "地面有油迹", "Fran Line"), (visit.UnitId, visit.Failed, visit.Notes, visit.VisitorName));
        Assert.Single((await site.Office.Do(new ShowVisit(visit.Number), c.Executive)).Photos);
    }
}
