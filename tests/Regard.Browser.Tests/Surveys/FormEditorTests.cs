using Deque.AxeCore.Playwright;
using Regard.Indicators;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Browser.Tests.Surveys;

public class FormEditorTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_form_is_built_tried_and_published_by_hand_with_and_without_script(bool script)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        await site.Office.Do(new AdoptRaterTree());
        var page = await chromium.SignedIn(site, c, c.Analyst, width: 320, script: script);
        await page.GotoAsync("/surveys");
        await page.Locator("form[action='/surveys'] [name=name]").FillAsync("After the visit");
        await page.Locator("[name=template][value=empty]").CheckAsync();
        await page.Locator("form[action='/surveys'] button").ClickAsync();

        await page.SelectOptionAsync("#add-type-0", "single");
        await page.Locator(".add-item button").ClickAsync();
        await page.FillAsync(".item-form [name='title.en']", "What was it about?");
        await page.FillAsync("[name='options[0].title.en']", "Buying");
        await page.FillAsync("[name='options[1].title.en']", "Repair");
        await page.FillAsync(".item-form [name='key']", "visit");
        await page.Locator(".item-form .btn-primary").ClickAsync();
        await page.Locator("#item-visit h3:has-text('What was it about?')").WaitForAsync();

        await page.SelectOptionAsync("#add-type-0", "rating");
        await page.Locator(".add-item button").ClickAsync();
        await page.FillAsync(".item-form [name='title.en']", "The repair was done on time.");
        await page.SelectOptionAsync("[name=indicator]", "REL1");
        await page.Locator(".show-if summary").ClickAsync();
        await page.Locator("button[value=addCondition]").ClickAsync();
        await page.SelectOptionAsync("[name='showIf[0].item']", "visit");
        await page.FillAsync("[name='showIf[0].value']", "2");
        await page.Locator(".item-form .btn-primary").ClickAsync();
        await page.Locator("#publish .btn-primary").ClickAsync();
        await page.Locator(".versions a").First.WaitForAsync();

        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/preview");
        Assert.Equal(0, await page.Locator(".respond .scale").CountAsync());
        await page.CheckAsync("[name=visit][value='2']");
        await page.Locator(".respond .turn button").First.ClickAsync();
        await page.Locator(".respond .scale").WaitForAsync();

        var form = (await site.Office.Do(new ListForms())).Single();
        var document = (await site.Office.Do(new ShowFormVersion(form.VersionId!.Value))).Document;
        Assert.Equal(["visit", "Q1"], document.Items.Select(i => i.Key));
        Assert.Equal("REL1", document.Slots.Single().Indicator);
    }

    [Theory, InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task The_editor_the_preview_and_the_tree_can_be_used_by_everyone(ColorScheme colours)
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var tree = await site.Office.Do(new AdoptRaterTree());
        var form = await site.Office.Do(new StartForm("Satisfaction", FormTemplate.Rater));
        var draft = await site.Office.Do(new DraftIndicatorTree("Ours", tree));
        var page = await chromium.SignedIn(site, c, c.Analyst, colours: colours);
        foreach (var path in new[] { "/surveys", $"/surveys/{form}?item=rel", $"/surveys/{form}?item=overall", $"/surveys/{form}/preview?page=1", $"/surveys/{form}/preview?page=7", "/indicators", $"/indicators/{tree}", $"/indicators/{draft}" })
        {
            await page.GotoAsync(path);
            var found = await page.RunAxe();
            Assert.True(found.Violations.Length == 0, path + "\n" + string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }
    }

    [Fact]
    public async Task Nothing_runs_over_the_edge_of_a_small_phone()
    {
        await using var site = await TestSite.On(Engine.Sqlite);
        var c = await Company.In(site.Office);
        var tree = await site.Office.Do(new AdoptRaterTree());
        var form = await site.Office.Do(new StartForm("Satisfaction", FormTemplate.Rater));
        var draft = await site.Office.Do(new DraftIndicatorTree("Ours", tree));
        var page = await chromium.SignedIn(site, c, c.Analyst, width: 320);
        foreach (var path in new[] { "/surveys", $"/surveys/{form}?item=rel", $"/surveys/{form}/preview?page=1", $"/surveys/{form}/preview?page=7", "/indicators", $"/indicators/{tree}", $"/indicators/{draft}" })
        {
            await page.GotoAsync(path);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, path);
        }
    }
}
