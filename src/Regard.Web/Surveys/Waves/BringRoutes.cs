using Microsoft.AspNetCore.Mvc;
using Regard.Files;
using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Surveys.Waves;

/// <summary>Bring your own data: send a file, say what its columns hold, see the index.</summary>
static class BringRoutes
{
    public static void MapBring(this RouteGroupBuilder pages)
    {
        pages.MapGet("/bring", (Caller me) => Ask([], me));
        pages.MapPost("/bring", Keep).WithMetadata(new DisableRequestSizeLimitAttribute());
        pages.MapGet("/bring/{id}", (Id<Upload> id, Office office, Caller me) => Columns(id, null, [], office, me));
        pages.MapPost("/bring/{id}", Bring);
    }

    static IResult Ask(IReadOnlyList<Problem> found, Caller me)
    {
        if (!me.May(Permission.RunWaves) || !me.May(Permission.EditForms)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        return Forms.Page<BringPage>(new { Found = found }, found);
    }

    static Task<IResult> Keep(HttpRequest request, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var (file, name) = await UploadedFile.FromForm(request);
            await using (file) return TypedResults.LocalRedirect($"/waves/bring/{await office.Do(new KeepUpload(file, name), me)}");
        },
        found => Task.FromResult(Ask(found, me)));

    static async Task<IResult> Columns(Id<Upload> id, BringTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        await using var file = Scratch.File();
        var upload = await office.Do(new FetchUpload(id, file), me);
        using var table = Table.Of(file);
        var guesses = ColumnGuess.Of(table);
        return Forms.Page<BringColumnsPage>(new
        {
            Upload = upload, Guesses = guesses, Typed = typed ?? BringTyped.Guess(upload, guesses),
            Units = await office.Do(new ShowTree(), me), Read = table.ReadAs(), Losses = table.Codebook?.Losses ?? [], Found = found,
        }, found);
    }

    static async Task<IResult> Bring(Id<Upload> id, HttpRequest request, Office office, Caller me)
    {
        var typed = BringTyped.Read(await request.ReadFormAsync());
        return await Forms.Try(
            async () =>
            {
                await using var file = Scratch.File();
                var upload = await office.Do(new FetchUpload(id, file), me);
                var brought = await office.Do(typed.Bring(file, upload, Guesses(file)), me);
                while (await office.Do(new FoldResponses(brought.WaveId), me) > 0) { }
                return TypedResults.LocalRedirect($"/index?wave={brought.WaveId}");
            },
            found => Columns(id, typed, found, office, me));
    }

    static IReadOnlyList<ColumnGuess> Guesses(Stream file)
    {
        using var table = Table.Of(file);
        return ColumnGuess.Of(table);
    }
}
