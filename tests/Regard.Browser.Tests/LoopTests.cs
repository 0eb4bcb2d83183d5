using System.Globalization;
using System.Text;
using Regard.Files;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Browser.Tests;

/// <summary>The whole loop as its people walk it: ask, answer, close, see the short board, plan, ask again, judge.</summary>
public class LoopTests(Chromium chromium) : IClassFixture<Chromium>
{
    static readonly string[] items = ["REL2", "REL3", "ASS1", "ASS3", "TAN1", "TAN4", "EMP1", "EMP4", "RES1", "RES4"];
    const int RespondentsOfStore = 60;

    [Theory]
    [InlineData("en", "effective")]
    [InlineData("zh-Hans", "有效")]
    [InlineData("zh-Hant", "有效")]
    public async Task A_company_asks_sees_its_short_board_plans_and_is_judged_by_the_next_wave(string language, string effective)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        string[] stores = ["N1", "N2", "S3", "S4", "S5", "S6", "S7", "S8"];
        foreach (var code in stores[4..]) await site.Office.Do(new AddUnit(code, "Store " + code, UnitKind.Store, c.South, new DateOnly(2021, 1, 1)));

        var analyst = await chromium.SignedIn(site, c, c.Analyst, language);
        await Write(analyst);
        var first = await Ask(analyst, "2031 H1", "2031-05-01", "2031-05-31");
        await AnswerOnAPhone(site, analyst, language);
        await Import(analyst, stores, improved: false);
        await Close(analyst);
        await analyst.GotoAsync($"/index?wave={first}");
        Assert.True(await analyst.Locator("main .number, main .interval").CountAsync() > 10);

        var manager = await chromium.SignedIn(site, c, c.StoreManager, language);
        var plan = await PlanShortBoard(manager);

        site.Office.Clock.Now += TimeSpan.FromDays(184);
        analyst = await chromium.SignedIn(site, c, c.Analyst, language);
        await Ask(analyst, "2031 H2", "2031-11-01", "2031-11-30");
        await Import(analyst, stores, improved: true);
        await Close(analyst);

        manager = await chromium.SignedIn(site, c, c.StoreManager, language);
        await manager.GotoAsync(plan);
        var verdict = await manager.Locator(".card-title .badge").First.InnerTextAsync();
        Assert.Contains(effective, verdict, StringComparison.OrdinalIgnoreCase);
    }

    static async Task Write(IPage page)
    {
        await page.GotoAsync("/indicators");
        await page.Locator("form[action='/indicators/rater'] button").ClickAsync();
        await page.GotoAsync("/surveys");
        await page.Locator("form[action='/surveys'] [name=name]").FillAsync("After the visit");
        await page.Locator("[name=template][value=short]").CheckAsync();
        await page.Locator("form[action='/surveys'] button").ClickAsync();
        await page.Locator("#publish .btn-primary").ClickAsync();
        await page.Locator(".versions a").First.WaitForAsync();
        await page.GotoAsync("/waves/programmes/new");
        await page.FillAsync("[name=Name]", "Satisfaction");
        await page.FillAsync("[name=MinimumN]", "10");
        await page.Locator("main form .btn-primary").ClickAsync();
        await page.WaitForURLAsync("**/waves");
    }

    /// <summary>Plans a wave and opens it; gives its id.</summary>
    static async Task<string> Ask(IPage page, string name, string opens, string closes)
    {
        await page.GotoAsync("/waves/plan");
        await page.FillAsync("[name=Name]", name);
        await page.FillAsync("[name=OpensOn]", opens);
        await page.FillAsync("[name=ClosesOn]", closes);
        await page.Locator("main form .btn-primary").ClickAsync();
        await page.Locator(".confirm summary").First.ClickAsync();
        await page.Locator("form[action$='/open'] button").ClickAsync();
        await page.Locator("#f-responses").WaitForAsync();
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }

    async Task AnswerOnAPhone(TestSite site, IPage analyst, string language)
    {
        await analyst.Locator("#f-unitId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await analyst.Locator("form[action$='/link'] button").ClickAsync();
        var link = await analyst.Locator("a[href^='/o/']").First.GetAttributeAsync("href");

        var phone = await chromium.Page(site, language, width: 320, script: false);
        await phone.GotoAsync(link!);
        for (var turn = 0; turn < 10 && await phone.Locator("button.main").CountAsync() > 0; turn++)
        {
            foreach (var item in items.Append("nps"))
                if (await phone.Locator($"input[name='{item}']").CountAsync() > 0) await phone.Locator($"input[name='{item}'][value='6']").CheckAsync(new() { Force = true });
            await phone.Locator("button.main").ClickAsync();
        }
        Assert.Equal(0, await phone.Locator("form button.main").CountAsync());
        await analyst.ReloadAsync();
        Assert.Equal("1", (await analyst.Locator(".number-big").First.InnerTextAsync()).Trim());
    }

    /// <summary>What the agency's field work brought: keeping promises (REL3) is weak everywhere, and better at store N1 after its plan.</summary>
    static async Task Import(IPage page, string[] stores, bool improved)
    {
        var chance = new Random(improved ? 2 : 1);
        var csv = new StringBuilder("unit,").AppendJoin(',', items).Append(",nps\n");
        for (var s = 0; s < stores.Length; s++)
            for (var i = 0; i < RespondentsOfStore; i++)
                csv.Append(stores[s]).Append(',').AppendJoin(',', items.Select(item => Rating(chance, item == "REL3" ? 3.4 + 0.1 * s + (improved && s == 0 ? 2 : 0) : 5.4))).Append(CultureInfo.InvariantCulture, $",{chance.Next(5, 11)}\n");
        if (!await page.Locator("#f-responses").IsVisibleAsync()) await page.Locator("details:has(#f-responses) > summary").ClickAsync();
        await page.SetInputFilesAsync("#f-responses", new FilePayload { Name = "fieldwork.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv.ToString()) });
        var wave = new Uri(page.Url).AbsolutePath;
        await page.Locator("form[action$='/import'] button:not([name])").ClickAsync();
        await page.GotoAsync(wave);
    }

    static int Rating(Random chance, double level) => Math.Clamp((int)Math.Round(level + 2 * (chance.NextDouble() + chance.NextDouble() - 1)), 1, 7);

    static async Task Close(IPage page)
    {
        await page.Locator(".confirm summary.btn-danger").ClickAsync();
        await page.Locator("form[action$='/close'] button").ClickAsync();
        await page.Locator("#f-responses").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>The weakest indicator's plan gets a problem, a cause and a step, and is started. Gives its address.</summary>
    static async Task<string> PlanShortBoard(IPage page)
    {
        await page.GotoAsync("/plans");
        var row = page.Locator("main a[href^='/plans/']:not([href='/plans/new'])").First;
        await row.ClickAsync();
        await page.FillAsync("[name=Problem]", "说好的事没有做到。");
        await page.FillAsync("[name=RootCause]", "没有人记下答应过什么。");
        await page.Locator("main form:has([name=RootCause]) .btn-primary").ClickAsync();
        await page.FillAsync("[name=Words]", "每个承诺写进工单");
        await page.Locator("form[action$='/steps'] button").ClickAsync();
        await page.Locator("form[action$='/start'] button").ClickAsync();
        await page.Locator("form[action$='/finish']").WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }
}
