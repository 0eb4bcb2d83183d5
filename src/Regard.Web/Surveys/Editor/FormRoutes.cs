using Microsoft.AspNetCore.Http.HttpResults;
using Regard.Files;
using Regard.Indicators;
using Regard.Surveys;
using Regard.Web.Layout;
namespace Regard.Web.Surveys.Editor;

/// <summary>The pages on which forms are listed, written, tried and published.</summary>
static class FormRoutes
{
    public static void MapForms(this WebApplication app)
    {
        var pages = app.MapGroup("/surveys").ExcludeFromDescription();
        pages.MapGet("/", List);
        pages.MapPost("/", Start);
        pages.MapPost("/import", Import);
        var form = pages.MapGroup("/{id:guid}");
        form.MapGet("/", Edit);
        form.MapGet("/preview", Preview);
        form.MapGet("/export", Export);
        form.MapPost("/settings", Settings);
        form.MapPost("/pages", Pages);
        form.MapPost("/items", AddItem);
        form.MapPost("/items/{key}", ChangeItem);
        form.MapPost("/undo", (Guid id, HttpRequest request, Office office, Caller me) => Step(id, request, office, me, (form, fields) => office.Do(new UndoFormSave(form, fields.Revision), me)));
        form.MapPost("/publish", Publish);
        form.MapPost("/archive", async (Guid id, Office office, Caller me) => { await office.Do(new ArchiveForm(new(id)), me); return Results.Redirect("/surveys"); });
        form.MapPost("/restore", async (Guid id, Office office, Caller me) => { await office.Do(new RestoreForm(new(id)), me); return Results.Redirect($"/surveys/{id}"); });
        FormApi.Map(app.MapGroup("/api"));
    }

    static async Task<IResult> List(Office office, Caller me, bool archived = false) =>
        new RazorComponentResult<FormListPage>(new { Forms = await office.Do(new ListForms(archived), me), Archived = archived });

    static async Task<IResult> Start(HttpRequest request, Office office, Caller me)
    {
        var fields = new FormFields(await request.ReadFormAsync());
        try
        {
            await MethodRoutes.AdoptTree(fields["template"], office, me);
            return Results.Redirect($"/surveys/{await office.Do(new StartForm(fields["name"], fields["template"]), me)}");
        }
        catch (Invalid e) { return await ListAgain(office, me, fields, e.Problems); }
    }

    static async Task<IResult> Import(HttpRequest request, Office office, Caller me)
    {
        var posted = await request.ReadFormAsync();
        var fields = new FormFields(posted);
        var json = fields["json"];
        if (posted.Files.GetFile("file") is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            json = await reader.ReadToEndAsync();
        }
        try { return Results.Redirect($"/surveys/{await office.Do(new ImportForm(fields["name"], json), me)}"); }
        catch (Invalid e) { return await ListAgain(office, me, fields, e.Problems); }
    }

    static async Task<IResult> ListAgain(Office office, Caller me, FormFields fields, IReadOnlyList<Problem> problems) =>
        new RazorComponentResult<FormListPage>(new { Forms = await office.Do(new ListForms(), me), Found = problems, Typed = fields }) { StatusCode = 422 };

    static async Task<IResult> Edit(Guid id, Office office, Caller me, string? item = null) => await Editor(id, office, me, open: item);

    static async Task<IResult> Editor(Guid id, Office office, Caller me, string? open = null, Item? typed = null, IReadOnlyList<Problem>? found = null)
    {
        var shown = await office.Do(new ShowForm(new(id)), me);
        return new RazorComponentResult<FormEditorPage>(new { Shown = shown, Indicators = await IndicatorChoices.For(office, me), Open = open, Typed = typed, Found = found ?? [] }) { StatusCode = found is null ? 200 : 422 };
    }

    static async Task<IResult> Preview(Guid id, HttpRequest request, Office office, Caller me, string? language = null, int page = 0, long? version = null, bool tried = false)
    {
        var shown = await office.Do(new ShowForm(new(id)), me);
        var document = version is { } number ? FormJson.Read(await office.Do(new ExportForm(new(id), number), me)) : shown.Draft.Document;
        var answers = AnswerReader.Read(document, key => [.. request.Query[key].OfType<string>()]);
        return new RazorComponentResult<FormPreviewPage>(new
        {
            Shown = shown, Document = document, Version = version, PageAt = Math.Clamp(page, 0, Math.Max(0, document.Pages.Count - 1)), Answers = answers, Tried = tried,
            In = document.Languages.Select(Languages.FromTag).FirstOrDefault(l => l?.Tag() == (language ?? me.Language.Tag())) ?? Languages.FromTag(document.Languages.FirstOrDefault()) ?? me.Language,
        });
    }

    static async Task<IResult> Export(Guid id, Office office, Caller me, long? version = null)
    {
        var json = await office.Do(new ExportForm(new(id), version), me);
        return Results.File(System.Text.Encoding.UTF8.GetBytes(json), "application/json", version is null ? "form-draft.json" : $"form-v{version}.json");
    }

    static Task<IResult> Settings(Guid id, HttpRequest request, Office office, Caller me) => Step(id, request, office, me, async (form, fields) =>
    {
        var draft = (await office.Do(new ShowForm(form), me)).Draft;
        await office.Do(new SaveFormDraft(form, fields.Settings(draft.Document), fields.Revision), me);
        if (fields["name"].Length > 0) await office.Do(new RenameForm(form, fields["name"]), me);
    });

    static Task<IResult> Pages(Guid id, HttpRequest request, Office office, Caller me) => Change(id, request, office, me, (document, fields) => fields.Asked switch
    {
        ("add", var at) => document.AddPage(at + 1),
        ("up", var at) => document.MovePage(at, at - 1),
        ("down", var at) => document.MovePage(at, at + 1),
        ("delete", var at) => document.RemovePage(at),
        ("name", var at) => document.NamePage(at, fields.Text("title", document.Pages.ElementAtOrDefault(at)?.Title)),
        _ => document,
    }, _ => null);

    static Task<IResult> AddItem(Guid id, HttpRequest request, Office office, Caller me) => Change(id, request, office, me,
        (document, fields) => NewItem.Of(fields["type"], document) is { } item ? document.AddItem(fields.Whole("page") ?? 0, int.MaxValue, item) : document,
        document => document.Items.LastOrDefault()?.Key, opensNew: true);

    static async Task<IResult> ChangeItem(Guid id, string key, HttpRequest request, Office office, Caller me)
    {
        var fields = new FormFields(await request.ReadFormAsync());
        Item? typed = null;
        try
        {
            return await Change(id, request, office, me, (document, _) => fields.Asked switch
            {
                ("delete", _) => document.RemoveItem(key),
                ("copy", _) => document.DuplicateItem(key),
                ("up", _) => document.MoveItem(key, -1),
                ("down", _) => document.MoveItem(key, 1),
                var asked => document.ReplaceItem(key, typed = ItemEdits.Do(fields.Question(document.Find(key) ?? throw new NotFound("This question has been deleted meanwhile.")), asked, document)),
            }, document => fields.Asked.Name is "save" or "delete" or "copy" or "up" or "down" ? null : typed?.Key, at: key);
        }
        catch (Invalid e) { return await Editor(id, office, me, open: key, typed: typed, found: e.Problems); }
    }

    static async Task<IResult> Publish(Guid id, HttpRequest request, Office office, Caller me)
    {
        try { return await Step(id, request, office, me, (form, fields) => office.Do(new PublishForm(form, fields.Revision), me)); }
        catch (Invalid e) { return await Editor(id, office, me, found: e.Problems); }
    }

    /// <summary>One edit of the draft, saved at once over the revision that the editor saw.</summary>
    static Task<IResult> Change(Guid id, HttpRequest request, Office office, Caller me, Func<FormDocument, FormFields, FormDocument> edit, Func<FormDocument, string?> opens, string? at = null, bool opensNew = false) =>
        Step(id, request, office, me, async (form, fields) =>
        {
            var draft = (await office.Do(new ShowForm(form), me)).Draft;
            var before = draft.Document;
            if (draft.Revision != fields.Revision) await office.Do(new SaveFormDraft(form, before, fields.Revision), me);
            var after = edit(before, fields);
            if (ReferenceEquals(after, before) && at is not null && fields["key"] is { Length: > 0 } wish && wish != at && before.Find(wish) is not null)
                throw new Invalid("key", "The key {0} is used twice.", wish);
            if (!ReferenceEquals(after, before)) await office.Do(new SaveFormDraft(form, after, fields.Revision), me);
            var open = opensNew ? after.Items.Select(i => i.Key).Except(before.Items.Select(i => i.Key)).FirstOrDefault() : opens(after);
            return open is not null ? $"?item={Uri.EscapeDataString(open)}#item-{Uri.EscapeDataString(open)}" : at is not null ? $"#item-{Uri.EscapeDataString(at)}" : "";
        });

    static Task<IResult> Step(Guid id, HttpRequest request, Office office, Caller me, Func<Id<Form>, FormFields, Task> step) =>
        Step(id, request, office, me, async (form, fields) => { await step(form, fields); return ""; });

    /// <summary>Does it, or shows who was faster, with everything typed still at hand.</summary>
    static async Task<IResult> Step(Guid id, HttpRequest request, Office office, Caller me, Func<Id<Form>, FormFields, Task<string>> step)
    {
        var posted = await request.ReadFormAsync();
        var fields = new FormFields(posted);
        try { return Results.Redirect($"/surveys/{id}{await step(new(id), fields)}"); }
        catch (Refused e) when (!e.Forbidden)
        {
            var shown = await office.Do(new ShowForm(new(id)), me);
            if (shown.Draft.Revision == fields.Revision) throw;
            return new RazorComponentResult<ConflictPage>(new
            {
                shown.Form.Name, Newest = $"/surveys/{id}", shown.Draft.Revision, e.Words, Path = request.Path.Value, Posted = ConflictPage.Kept(posted), MayApply = IsThere(request.Path.Value!, shown.Draft.Document),
            }) { StatusCode = 409 };
        }
    }

    /// <summary>A change to one question can be applied again only while the question is there.</summary>
    static bool IsThere(string path, FormDocument document) => !path.Contains("/items/", StringComparison.Ordinal) || document.Find(path[(path.LastIndexOf('/') + 1)..]) is not null;
}
