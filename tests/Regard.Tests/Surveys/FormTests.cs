using Regard.Indicators;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

public sealed class FormTests
{
    [Theory, EachDatabase]
    public async Task The_rater_template_publishes_as_it_is(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var analyst = (await Company.In(t)).Analyst;
        var (form, version, tree) = await GivenForm.Rater(t, analyst);
        var shown = await t.Do(new ShowFormVersion(version), analyst);
        Assert.Equal(1, shown.Number);
        Assert.Equal("Ann Alyst", shown.PublishedBy);
        Assert.Equal(["zh-Hans", "zh-Hant", "en"], shown.Document.Languages);
        Assert.Equal((20, 20, 5, 1, 1, 1), (Count(Part.Expected), Count(Part.Perceived), Count(Part.Importance), Count(Part.Overall), Count(Part.Effort), Count(Part.Recommendation)));
        Assert.Empty(FormRules.Problems(shown.Document, await t.Do(new ShowIndicatorTree(tree), analyst)));
        Assert.Equal((await t.Do(new ListForms(), analyst)).Single().Version, shown.Number);
        Assert.False((await t.Do(new ShowForm(form), analyst)).IsChanged);
        int Count(Part part) => shown.Slots.Count(s => s.Part == part);
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_editors_is_refused_and_nothing_is_lost(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var company = await Company.In(t);
        var id = await t.Do(new StartForm("Ours"), company.Analyst);
        var seen = (await t.Do(new ShowForm(id), company.Analyst)).Draft;
        t.Clock.Now = t.Clock.Now.AddMinutes(3);
        var first = seen.Document with { Title = Text.OneFor(Language.English, "First") };
        Assert.Equal(2, await t.Do(new SaveFormDraft(id, first, seen.Revision), company.Analyst));
        var second = seen.Document with { Title = Text.OneFor(Language.English, "Second") };
        var late = await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveFormDraft(id, second, seen.Revision)));
        Assert.Equal("Ann Alyst saved this on 2031-05-01 09:03 (UTC), after you opened it. Your changes were not saved.", late.Words.ToString());
        Assert.Equal("First", (await t.Do(new ShowForm(id))).Draft.Document.Title.In(Language.English));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new PublishForm(id, seen.Revision)));
    }

    [Theory, EachDatabase]
    public async Task A_draft_with_gaps_is_kept_but_not_published(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var id = await t.Do(new StartForm("Ours"));
        var draft = (await t.Do(new ShowForm(id))).Draft;
        var revision = await t.Do(new SaveFormDraft(id, draft.Document.AddItem(0, 0, new SingleItem { Key = "Q1" }), draft.Revision));
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new PublishForm(id, revision)));
        Assert.Equal(["pages[0].items[0].title", "pages[0].items[0].options"], refused.Problems.Select(p => p.Field));
        Assert.Equal(refused.Problems, (await t.Do(new ShowForm(id))).Problems);
    }

    [Theory, EachDatabase]
    public async Task A_form_asks_only_about_indicators_of_a_published_tree(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var id = await t.Do(new StartForm("Short", FormTemplate.Short));
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new PublishForm(id, 1)));
        Assert.StartsWith("No tree of indicators is published yet", Assert.Single(refused.Problems).Words.ToString(), StringComparison.Ordinal);

        await t.Do(new AdoptRaterTree());
        var document = (await t.Do(new ShowForm(id))).Draft.Document;
        var stray = (RatingItem)document.Find("REL2")!;
        await t.Do(new SaveFormDraft(id, document.ReplaceItem("REL2", stray with { Indicator = "PRICE" }), 1));
        refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new PublishForm(id, 2)));
        Assert.Equal(("pages[0].items[0].indicator", "The indicator PRICE is not in the tree RATER, version 1."), (refused.Problems.Single().Field, refused.Problems.Single().Words.ToString()));
    }

    [Theory, EachDatabase]
    public async Task A_version_is_published_only_for_a_change(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (id, first, _) = await GivenForm.Short(t);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new PublishForm(id, 1)));
        var draft = (await t.Do(new ShowForm(id))).Draft;
        await t.Do(new SaveFormDraft(id, draft.Document with { Thanks = Text.Of("Thank you!", "谢谢！", "謝謝！") }, 1));
        var second = await t.Do(new PublishForm(id, 2));
        Assert.Equal([2, 1], (await t.Do(new ShowForm(id))).Versions.Select(v => v.Number));
        Assert.NotEqual((await t.Do(new ShowFormVersion(first))).Hash, (await t.Do(new ShowFormVersion(second))).Hash);
        Assert.Equal("Thank you. Your answers have been saved.", (await t.Do(new ShowFormVersion(first))).Document.Thanks.In(Language.English));
    }

    [Theory, EachDatabase]
    public async Task An_exported_form_imports_as_the_same_form(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (id, version, _) = await GivenForm.Rater(t);
        var copy = await t.Do(new ImportForm("Copy", await t.Do(new ExportForm(id, 1))));
        Assert.Equal((await t.Do(new ShowFormVersion(version))).Hash, FormJson.Hash((await t.Do(new ShowForm(copy))).Draft.Document));
    }

    [Theory, EachDatabase]
    public async Task An_archived_form_rests_until_it_is_restored(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var id = await t.Do(new StartForm("Old"));
        await t.Do(new ArchiveForm(id));
        Assert.Empty(await t.Do(new ListForms()));
        Assert.Single(await t.Do(new ListForms(Archived: true)));
        var draft = (await t.Do(new ShowForm(id))).Draft;
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveFormDraft(id, draft.Document, draft.Revision)));
        await t.Do(new RestoreForm(id));
        await t.Do(new RenameForm(id, "New"));
        Assert.Equal("New", (await t.Do(new ListForms())).Single().Name);
    }

    [Theory, EachDatabase]
    public async Task The_last_save_can_be_undone_and_done_again(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (id, _, _) = await GivenForm.Short(t);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new UndoFormSave(id, 1)));
        var whole = (await t.Do(new ShowForm(id))).Draft.Document;
        await t.Do(new SaveFormDraft(id, whole.RemovePage(0), 1));
        Assert.Equal(3, await t.Do(new UndoFormSave(id, 2)));
        Assert.Equal(FormJson.Hash(whole), FormJson.Hash((await t.Do(new ShowForm(id))).Draft.Document));
        await t.Do(new UndoFormSave(id, 3));
        Assert.Single((await t.Do(new ShowForm(id))).Draft.Document.Pages);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new UndoFormSave(id, 3)));
    }

    [Theory, EachDatabase]
    public async Task A_draft_with_a_key_twice_is_not_kept(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var id = await t.Do(new StartForm("Ours"));
        var twice = (await t.Do(new ShowForm(id))).Draft.Document with { Pages = [new() { Items = [new NpsItem { Key = "A" }, new NpsItem { Key = "a" }] }] };
        Assert.Equal("pages[0].items[1].key", (await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveFormDraft(id, twice, 1)))).Problems.Single().Field);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new ImportForm("Copy", FormJson.Write(twice))));
    }
}
