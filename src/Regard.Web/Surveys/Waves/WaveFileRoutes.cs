using System.Text;
using Microsoft.AspNetCore.Mvc;
using Regard.Files;
using Regard.Loyalty;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Surveys.Waves;

/// <summary>Files that come in for a wave and go out of it.</summary>
static class WaveFileRoutes
{
    const string Csv = "text/csv; charset=utf-8";

    public static void MapWaveFiles(this RouteGroupBuilder pages)
    {
        var large = pages.MapGroup("").WithMetadata(new DisableRequestSizeLimitAttribute());
        large.MapPost("/{id}/contacts", (Id<Wave> id, Office office, Caller me, HttpRequest request) => Take(id, office, me, request, (file, name, form) =>
            office.Do(new UploadContacts(id, file, name, UploadedFile.Mode(form["mode"])), me)));
        large.MapPost("/{id}/import", Responses);
        pages.MapPost("/{id}/sample", (Id<Wave> id, [FromForm] string? segmentId, [FromForm] string? howMany, [FromForm] string? seed, Office office, Caller me, HttpRequest request) => Forms.Try(
            async () => TypedResults.LocalRedirect($"/waves/imports/{(await office.Do(Sample(id, segmentId, howMany, seed), me)).Id}"),
            found => WaveRoutes.Show(id, found, office, me, request)));
        pages.MapPost("/{id}/links", async (Id<Wave> id, Office office, Caller me, HttpRequest request) =>
            TypedResults.File(InvitationList.Csv(await office.Do(new MakeInvitations(id), me), WaveRoutes.AddressOf(request)), Csv, "links.csv"));
        pages.MapGet("/{id}/columns.csv", async (Id<Wave> id, Office office, Caller me) => TypedResults.File(Columns((await office.Do(new ShowAnsweringForm(id), me)).Version), Csv, "responses.csv"));
        pages.MapGet("/{id}/responses.csv", (Id<Wave> id, Office office, Caller me, HttpResponse response) => Export(id, office, me, response));
        pages.MapGet("/imports/{id}", Report);
        pages.MapGet("/imports/{id}/bad.csv", async (Id<Import> id, Office office, Caller me) => TypedResults.File(WithMark(await office.Do(new ImportBadRows(id), me)), Csv, "bad-rows.csv"));
    }

    static SampleSegment Sample(Id<Wave> id, string? segment, string? howMany, string? seed) => new(
        id, Id<SavedSegment>.TryParse(segment, null, out var s) ? s : throw new NotFound("There is no such segment."), int.TryParse(howMany, out var n) ? n : 0, long.TryParse(seed, out var drawn) ? drawn : 1);

    static async Task<IResult> Responses(Id<Wave> id, Office office, Caller me, HttpRequest request, RegardSettings settings)
    {
        if ((await request.ReadFormAsync())["match"].Count == 0)
            return await Take(id, office, me, request, (file, name, form) =>
                office.Do(new ImportResponses(id, file, name, UploadedFile.Mode(form["mode"])) { UnitCode = form["unitCode"], LargestFile = settings.LargestUpload }, me));
        return await Forms.Try(
            async () =>
            {
                var (file, name) = await UploadedFile.FromForm(request);
                await using (file) return await MatchRoutes.Keep(id, file, name, office, me);
            },
            found => WaveRoutes.Show(id, found, office, me, request));
    }

    static Task<IResult> Take(Id<Wave> id, Office office, Caller me, HttpRequest request, Func<Stream, string, IFormCollection, Task<Import>> take) => Forms.Try(
        async () =>
        {
            var (file, name) = await UploadedFile.FromForm(request);
            await using (file) return TypedResults.LocalRedirect($"/waves/imports/{(await take(file, name, await request.ReadFormAsync())).Id}");
        },
        found => WaveRoutes.Show(id, found, office, me, request));

    static async Task<IResult> Report(Id<Import> id, Office office, Caller me)
    {
        var import = await office.Do(new ShowImport(id), me);
        return Forms.Page<ImportPage>(new { Import = import, WaveName = (await office.Do(new ShowWave(import.WaveId!.Value), me)).Wave.Name });
    }

    /// <summary>Goes out as the rows are read: nothing has been sent yet when it is refused.</summary>
    internal static async Task<IResult> Export(Id<Wave> id, Office office, Caller me, HttpResponse response)
    {
        response.ContentType = Csv;
        response.Headers.ContentDisposition = "attachment; filename=responses.csv";
        try { await office.Do(new ExportResponses(id, response.Body), me); }
        catch when (!response.HasStarted)
        {
            response.Headers.ContentDisposition = default;
            throw;
        }
        return TypedResults.Empty;
    }

    static byte[] Columns(FormVersion form) => WithMark(string.Join(',', (IEnumerable<string>)
        ["response_id", "unit", "segment", "weight", "language", "submitted_at", .. form.Slots.Select(s => s.Key), .. form.Document.Items.Where(i => i.AnswerKeys.All(k => form.Slots.All(s => s.Key != k))).Select(i => i.Key)]) + "\r\n");

    internal static byte[] WithMark(string text) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
}
