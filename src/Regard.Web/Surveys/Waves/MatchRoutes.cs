using Regard.Files;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Surveys.Waves;

/// <summary>Answers from elsewhere for a wave that is open here: send a file, say which column answers which question, have it taken.</summary>
static class MatchRoutes
{
    public static void MapMatch(this RouteGroupBuilder pages)
    {
        pages.MapGet("/{id}/import/{upload}", (Id<Wave> id, Id<Upload> upload, Office office, Caller me) => Show(id, upload, null, [], office, me));
        pages.MapPost("/{id}/import/{upload}", Take);
    }

    public static async Task<IResult> Keep(Id<Wave> id, Stream file, string name, Office office, Caller me)
    {
        await office.Do(new ShowAnsweringForm(id), me);
        return TypedResults.LocalRedirect($"/waves/{id}/import/{await office.Do(new KeepUpload(file, name), me)}");
    }

    static async Task<IResult> Show(Id<Wave> id, Id<Upload> upload, MatchTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        await using var file = Scratch.File();
        var kept = await office.Do(new FetchUpload(upload, file), me);
        var form = await office.Do(new ShowAnsweringForm(id), me);
        using var table = Table.Of(file);
        var (guesses, columns) = (ColumnGuess.Of(table), FormColumn.Of(form.Version.Document));
        return Forms.Page<MatchColumnsPage>(new
        {
            Shown = await office.Do(new ShowWave(id), me), Upload = kept, Guesses = guesses, Asked = columns, Typed = typed ?? MatchTyped.Guess(guesses, columns),
            Read = table.ReadAs(), Losses = table.Codebook?.Losses ?? [], Found = found,
        }, found);
    }

    static async Task<IResult> Take(Id<Wave> id, Id<Upload> upload, HttpRequest request, Office office, Caller me)
    {
        var typed = MatchTyped.Read(await request.ReadFormAsync());
        return await Forms.Try(
            async () =>
            {
                await using var file = Scratch.File();
                var kept = await office.Do(new FetchUpload(upload, file), me);
                return TypedResults.LocalRedirect($"/waves/imports/{(await office.Do(typed.Import(id, file, kept, Header(file)), me)).Id}");
            },
            found => Show(id, upload, typed, found, office, me));
    }

    static IReadOnlyList<string> Header(Stream file)
    {
        using var table = Table.Of(file);
        using var csv = table.Open();
        return csv.Header;
    }
}
