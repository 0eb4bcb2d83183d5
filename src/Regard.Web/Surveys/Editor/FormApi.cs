using System.Text.Json;
using Regard.Surveys;
namespace Regard.Web.Surveys.Editor;

/// <summary>Forms for programs. Documents go through the form's own JSON rules, so that they keep what they hold.</summary>
static class FormApi
{
    public sealed record NewForm(string Name, string? Template);
    public sealed record NamedForm(string Name);
    public sealed record FormToImport(string Name, JsonElement Document);
    public sealed record DraftToSave(JsonElement Document, long Revision);
    public sealed record AtRevision(long Revision);
    public sealed record Saved(long Revision);
    public sealed record Made<T>(Id<T> Id);

    public static void Map(RouteGroupBuilder api)
    {
        var forms = api.MapGroup("/forms").WithTags("Forms");
        forms.MapGet("/", async (Office office, Caller me, bool archived = false) => await office.Do(new ListForms(archived), me));
        forms.MapPost("/", async (NewForm form, Office office, Caller me) => new Made<Form>(await office.Do(new StartForm(form.Name, form.Template ?? FormTemplate.Empty), me)));
        forms.MapPost("/import", async (FormToImport form, Office office, Caller me) => new Made<Form>(await office.Do(new ImportForm(form.Name, form.Document.GetRawText()), me)));
        forms.MapPost("/from-columns", async (DraftFormFromColumns columns, Office office, Caller me) => await office.Do(columns, me));
        forms.MapGet("/{id:guid}", async (Guid id, Office office, Caller me) => Json(await office.Do(new ShowForm(new(id)), me))).Produces<FormShown>();
        forms.MapGet("/{id:guid}/export", async (Guid id, Office office, Caller me, long? version = null) => Results.Text(await office.Do(new ExportForm(new(id), version), me), "application/json")).Produces<FormDocument>();
        forms.MapPut("/{id:guid}/draft", async (Guid id, DraftToSave draft, Office office, Caller me) => new Saved(await office.Do(new SaveFormDraft(new(id), FormJson.Read(draft.Document.GetRawText()), draft.Revision), me)));
        forms.MapPost("/{id:guid}/undo", async (Guid id, AtRevision at, Office office, Caller me) => new Saved(await office.Do(new UndoFormSave(new(id), at.Revision), me)));
        forms.MapPost("/{id:guid}/publish", async (Guid id, AtRevision at, Office office, Caller me) => new Made<FormVersion>(await office.Do(new PublishForm(new(id), at.Revision), me)));
        forms.MapPut("/{id:guid}/name", async (Guid id, NamedForm form, Office office, Caller me) => await office.Do(new RenameForm(new(id), form.Name), me));
        forms.MapPost("/{id:guid}/archive", async (Guid id, Office office, Caller me) => await office.Do(new ArchiveForm(new(id)), me));
        forms.MapPost("/{id:guid}/restore", async (Guid id, Office office, Caller me) => await office.Do(new RestoreForm(new(id)), me));
        api.MapGet("/form-versions/{id:guid}", async (Guid id, Office office, Caller me) => Json(await office.Do(new ShowFormVersion(new(id)), me))).Produces<FormVersion>().WithTags("Forms");
    }

    static IResult Json<T>(T value) => Results.Json(value, FormJson.Options);
}
