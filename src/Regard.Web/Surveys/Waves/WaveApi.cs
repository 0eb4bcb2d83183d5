using Microsoft.AspNetCore.Mvc;
using Regard.Files;
using Regard.Improvement;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Web.Surveys.Waves;

static class WaveApi
{
    public static void MapWaveApi(this WebApplication app)
    {
        var programmes = app.MapGroup("/api/programmes").WithTags("Waves");
        programmes.MapGet("", (Office office, Caller me) => office.Do(new ListProgrammes(), me));
        programmes.MapPost("", (StartProgramme asked, Office office, Caller me) => office.Do(asked, me));
        programmes.MapPut("/{id}", (Id<Programme> id, StartProgramme sent, Office office, Caller me) => office.Do(new ChangeProgramme(id, sent.Name, sent.WavesPerYear, sent.MinimumN, sent.ShortBoards, sent.PlanDays), me));

        var waves = app.MapGroup("/api/waves").WithTags("Waves");
        waves.MapGet("", (Id<Programme>? programmeId, Office office, Caller me) => office.Do(new ListWaves(programmeId), me));
        waves.MapPost("", (PlanWave asked, Office office, Caller me) => office.Do(asked, me));
        waves.MapGet("/due", (Office office, Caller me) => office.Do(new WavesDue(), me));
        waves.MapGet("/{id}", (Id<Wave> id, Office office, Caller me) => office.Do(new ShowWave(id), me));
        waves.MapPut("/{id}", (Id<Wave> id, ChangeWave sent, Office office, Caller me) => office.Do(sent with { Id = id }, me));
        waves.MapPost("/{id}/opening", (Id<Wave> id, Office office, Caller me) => office.Do(new OpenWave(id), me));
        waves.MapPost("/{id}/closing", async (Id<Wave> id, Office office, Caller me) => { await new WaveClosing(office).Run(id, me); return (await office.Do(new ShowWave(id), me)).Wave; });
        waves.MapPut("/{id}/mirror", (Id<Wave> id, Mirror sent, Office office, Caller me) => office.Do(new MirrorWave(id, sent.MirrorsId), me));
        waves.MapPost("/{id}/link", async (Id<Wave> id, Id<Unit>? unitId, Office office, Caller me) => new { link = await office.Do(new OpenWaveLink(id, unitId), me) });
        waves.MapPost("/{id}/sample", (Id<Wave> id, SampleSegment sent, Office office, Caller me) => office.Do(sent with { WaveId = id }, me));
        waves.MapPost("/{id}/invitations", (Id<Wave> id, Office office, Caller me) => office.Do(new MakeInvitations(id), me));
        waves.MapGet("/{id}/form", (Id<Wave> id, Office office, Caller me) => office.Do(new ShowAnsweringForm(id), me));
        waves.MapPost("/{id}/responses", Submit);
        waves.MapGet("/{id}/responses.csv", (Id<Wave> id, Office office, Caller me, HttpResponse response) => WaveFileRoutes.Export(id, office, me, response));

        var files = app.MapGroup("/api/waves").WithTags("Files").WithMetadata(new DisableRequestSizeLimitAttribute());
        files.MapPost("/{id}/contacts", Contacts).Accepts<Stream>("text/csv").Produces<Import>().Produces<Import>(StatusCodes.Status422UnprocessableEntity);
        files.MapPost("/{id}/imports", Import).Accepts<Stream>("text/csv").Produces<Import>().Produces<Import>(StatusCodes.Status422UnprocessableEntity);
        files.MapGet("/{id}/imports", (Id<Wave> id, Office office, Caller me) => office.Do(new ListImports(id), me));
        files.MapGet("/imports/{id}", (Id<Import> id, Office office, Caller me) => office.Do(new ShowImport(id), me));
        files.MapGet("/imports/{id}/bad.csv", async (Id<Import> id, Office office, Caller me) => TypedResults.Text(await office.Do(new ImportBadRows(id), me), "text/csv"));
    }

    sealed record Mirror(Id<Wave>? MirrorsId);

    sealed record ResponseSent(Guid? Key, string UnitCode, Answers Answers, string? Segment, Language? Language, DateTimeOffset? StartedAt, double Weight = 1);

    /// <summary>The key may stand in the body or in the header Idempotency-Key; without one the response could be counted twice.</summary>
    static Task<Receipt> Submit(Id<Wave> id, ResponseSent sent, [FromHeader(Name = "Idempotency-Key")] Guid? key, ResponseWriter writer, Caller me) =>
        writer.Submit(new SubmitResponse(id, sent.Key ?? key ?? Guid.Empty, sent.UnitCode ?? "")
        {
            Answers = sent.Answers ?? [], Segment = sent.Segment, Language = sent.Language ?? me.Language, StartedAt = sent.StartedAt, Weight = sent.Weight,
        }, me);

    static async Task<IResult> Contacts(Id<Wave> id, string? mode, string? fileName, HttpRequest request, Office office, Caller me, RegardSettings settings)
    {
        await using var file = await UploadedFile.FromBody(request, settings.LargestUpload);
        return Reported(await office.Do(new UploadContacts(id, file, fileName ?? "contacts.csv", UploadedFile.Mode(mode)), me));
    }

    /// <param name="column">Column of the file and what it holds, as name:key; once for each column that is called otherwise.</param>
    static async Task<IResult> Import(Id<Wave> id, string? mode, string? fileName, string? unitCode, [FromQuery] string[]? column, HttpRequest request, Office office, Caller me, RegardSettings settings)
    {
        await using var file = await UploadedFile.FromBody(request, settings.LargestUpload);
        var renamed = (column ?? []).Select(c => c.Split(':', 2)).Where(c => c.Length == 2).ToDictionary(c => c[0], c => c[1]);
        return Reported(await office.Do(new ImportResponses(id, file, fileName ?? "responses.csv", UploadedFile.Mode(mode)) { UnitCode = unitCode, Columns = renamed, LargestFile = settings.LargestUpload }, me));
    }

    static IResult Reported(Import import) => TypedResults.Json(import, statusCode: import.Report is { Taken: 0, TurnedAway: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
