using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
using Regard.Tests.Visits;
using Regard.Visits;
using Regard.Web.Tests;
namespace Regard.Browser.Tests.Measures;

/// <summary>From a standard, a promise, the managers' mirror, visits and a wave to the five gaps.</summary>
public class GapTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task The_five_gaps_of_a_store_come_from_standard_promise_mirror_visit_and_wave(string language)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var given = await GivenVisits.In(site.Office);
        var (c, today) = (given.Company, given.Today);
        var rater = await given.Form(FormTemplate.Rater);
        var customers = await Wave(given, await site.Office.Do(new StartProgramme("Customers")), "Spring", rater, 40);
        var managers = await Wave(given, await site.Office.Do(new StartProgramme("Managers", MinimumN: 5, ShortBoards: 0, Audience: Audience.Manager)), "Mirror", await given.Form(FormTemplate.Mirror), 5);
        await site.Office.Do(new OpenWaveLink(managers));

        var analyst = await chromium.SignedIn(site, c, c.Analyst, language);
        await analyst.GotoAsync("/standards/new?indicator=TAN1");
        await analyst.FillAsync("[name=Code]", "TAN-01");
        await analyst.FillAsync($"[name='Names.{language}']", "干净 Clean");
        await analyst.FillAsync($"[name='Says.{language}']", "展厅随时整洁 The showroom is clean at all times.");
        await analyst.SelectOptionAsync("[name=Kind]", "Graded");
        await analyst.FillAsync("[name=Demanded]", "90");
        await analyst.FillAsync("[name=Minimum]", "60");
        await analyst.FillAsync("[name=FromDay]", $"{today.AddDays(-30):yyyy-MM-dd}");
        await analyst.Locator("form[action='/standards/new'] .btn-primary").ClickAsync();
        await analyst.WaitForURLAsync(new Regex("/standards/[0-9a-f-]{36}$"));

        await analyst.GotoAsync("/promises/new?indicator=TAN1");
        await analyst.FillAsync($"[name='Words.{language}']", "一尘不染的展厅 A spotless showroom");
        await analyst.FillAsync("[name=Level]", "100");
        await analyst.SelectOptionAsync("[name=UnitId]", new SelectOptionValue { Index = 0 });
        await analyst.FillAsync("[name=Checked]", "每月巡查 A round each month");
        await analyst.FillAsync("[name=FromDay]", $"{today.AddDays(-30):yyyy-MM-dd}");
        await analyst.Locator("form[action='/promises/new'] .btn-primary").ClickAsync();
        await analyst.WaitForURLAsync(new Regex("/promises/[0-9]+"));

        var manager = await chromium.SignedIn(site, c, c.StoreManager, language);
        await manager.GotoAsync("/work");
        await manager.Locator("a[href^='/o/']").ClickAsync();
        for (var turn = 0; turn < 10 && await manager.Locator("button.main").CountAsync() > 0; turn++)
        {
            foreach (var choice in await manager.Locator("input[type=radio][value='6']").AllAsync()) await choice.CheckAsync(new() { Force = true });
            await manager.Locator("button.main").ClickAsync();
        }
        Assert.Equal(0, await manager.Locator("form button.main").CountAsync());

        await analyst.GotoAsync($"/waves/{managers}");
        await analyst.SelectOptionAsync("[name=mirrorsId]", customers.ToString());
        await analyst.Locator("form[action$='/mirror'] button").ClickAsync();
        await analyst.Locator("a[href^='/gaps/mirror']").WaitForAsync();
        foreach (var failed in (string[])["show1", "lounge1"]) await site.Office.Do(await given.Seen(FormTemplate.Hygiene, c.Store(1), VisitKind.Hygiene, failed), c.StoreManager);
        foreach (var wave in (Id<Wave>[])[customers, managers]) while (await site.Office.Do(new FoldResponses(wave)) > 0) { }

        var executive = await chromium.SignedIn(site, c, c.Executive, language);
        await executive.GotoAsync($"/gaps?wave={customers}&unit={c.Store(1)}&node=TAN");
        Assert.Equal(0, await executive.Locator(".gap-levels .withheld").CountAsync());
        Assert.Equal(6, await executive.Locator(".gap-levels .number").CountAsync());
        await executive.Locator(".chart-place svg").WaitForAsync();
        Assert.Empty((await executive.RunAxe()).Violations);
        await executive.Locator(".gap-levels a[href^='/standards']").ClickAsync();
        await Assertions.Expect(executive.Locator("main")).ToContainTextAsync("TAN-01");
        await executive.GotoAsync($"/gaps/mirror?wave={customers}");
        Assert.Equal(20, await executive.Locator("main tbody tr").CountAsync());
    }

    /// <summary>An open wave in which so many people of store 1 answered, each somewhere about 5 of 7.</summary>
    static async Task<Id<Wave>> Wave(GivenVisits given, Id<Programme> programme, string name, Id<FormVersion> form, int people)
    {
        var wave = await given.Test.Do(new PlanWave(programme, name, form, await given.Test.Do(new Indicators.AdoptRaterTree()), given.Today, given.Today.AddDays(20)));
        await given.Test.Do(new OpenWave(wave));
        var (document, chance) = ((await given.Test.Do(new ShowFormVersion(form))).Document, new Random(1));
        var segment = document.SegmentItem;
        var csv = new StringBuilder(segment is null ? "unit," : $"unit,{segment.Key},").AppendJoin(',', document.Slots.Select(s => s.Key)).Append('\n');
        for (var i = 0; i < people; i++) csv.Append(segment is null ? "N1," : $"N1,{segment.Options[0].Key},").AppendJoin(',', document.Slots.Select(_ => chance.Next(4, 8))).Append('\n');
        var import = await given.Test.Do(new ImportResponses(wave, new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "answers.csv"));
        Assert.Equal(people, import.Report.Taken);
        return wave;
    }
}
