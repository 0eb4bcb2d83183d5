using System.Globalization;
using Regard.Files;
using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Surveys.Waves;
using Regard.Web.Ui;
namespace Regard.Web.Measures.Value;

static class NeedRoutes
{
    const string Csv = "text/csv; charset=utf-8";

    public static void MapNeeds(this WebApplication app)
    {
        var pages = app.MapGroup("/value/needs").ExcludeFromDescription();
        pages.MapGet("", (Id<Wave>? wave, Id<Unit>? unit, string? edit, Id<Import>? import, Office office, Caller me) => Show(wave, unit, edit, import, null, [], office, me));
        pages.MapPost("", (HttpRequest request, Office office, Caller me) => Save(request.Form, office, me));
        pages.MapPost("/drop", async (HttpRequest request, Office office, Caller me) =>
        {
            await office.Do(new DropNeed(request.Form["code"].ToString()), me);
            return TypedResults.LocalRedirect(Back(request.Form));
        });
        pages.MapPost("/import", (HttpRequest request, Office office, Caller me) => Forms.Try(
            async () =>
            {
                var (file, name) = await UploadedFile.FromForm(request);
                await using (file) return TypedResults.LocalRedirect($"{Back(request.Form)}&import={(await office.Do(new ImportNeeds(file, name, UploadedFile.Mode(request.Form["mode"])), me)).Id}");
            },
            found => Show(Wave(request.Form), Unit(request.Form), null, null, null, found, office, me)));
        pages.MapGet("/template.csv", (Caller me) => TypedResults.File(WaveFileRoutes.WithMark(
            CsvCell.Line(NeedColumns.All.Select(c => c.Header(me.Language))) + CsvCell.Line(NeedColumns.All.Select(c => c.Examples[0])) + CsvCell.Line(NeedColumns.All.Select(c => c.Examples[1]))), Csv, "needs.csv"));

        var api = app.MapGroup("/api/measures").WithTags("Measures").DisableAntiforgery();
        api.MapGet("/waves/{id}/needs", (Id<Wave> id, Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowNeeds(id, unit), me));
        api.MapPost("/needs", (SaveNeed sent, Office office, Caller me) => office.Do(sent, me));
        api.MapDelete("/needs/{code}", (string code, Office office, Caller me) => office.Do(new DropNeed(code), me));
        api.MapPost("/needs/import", async (HttpRequest request, RowMode? mode, Office office, Caller me) =>
        {
            await using var file = await UploadedFile.FromBody(request, ImportNeeds.Largest);
            return await office.Do(new ImportNeeds(file, "api", mode ?? RowMode.AllOrNothing), me);
        });
    }

    static Task<IResult> Save(IFormCollection sent, Office office, Caller me)
    {
        var typed = new NeedTyped(sent["code"].ToString().Trim(), sent.Text("names"), sent["indicators"].ToString(), sent["importance"].ToString().Trim(), sent["new"] == "true");
        return Forms.Try(
            async () =>
            {
                await office.Do(new SaveNeed(typed.Need, typed.New), me);
                return TypedResults.LocalRedirect(Back(sent));
            },
            found => Show(Wave(sent), Unit(sent), null, null, typed, found, office, me));
    }

    static Task<IResult> Show(Id<Wave>? wave, Id<Unit>? unit, string? edit, Id<Import>? import, NeedTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        MeasureRoutes.View(wave, "Needs", office, me, async (waves, asked) =>
        {
            var view = await office.Do(new ShowNeeds(asked, unit), me);
            var all = view.Rows.Select(r => r.Need).Concat(view.Unmeasured.Select(u => u.Need));
            return Forms.Page<NeedsPage>(new
            {
                Waves = waves, View = view, Found = found, Typed = typed ?? (all.FirstOrDefault(n => n.Code == edit) is { } need ? NeedTyped.Of(need) : new("", new Text(), "", "", true)),
                Import = import is { } id && view.MayEdit ? await office.Do(new ShowNeedImport(id), me) : null,
            }, found);
        });

    static string Back(IFormCollection sent) => Wave(sent) is { } wave && Unit(sent) is { } unit ? Links.View("/value/needs", wave, unit) : "/value/needs?";
    static Id<Wave>? Wave(IFormCollection sent) => Id<Wave>.TryParse(sent["wave"], null, out var id) ? id : null;
    static Id<Unit>? Unit(IFormCollection sent) => Id<Unit>.TryParse(sent["unit"], null, out var id) ? id : null;
}

/// <summary>What was typed of a need.</summary>
public sealed record NeedTyped(string Code, Text Names, string Indicators, string Importance, bool New)
{
    public static NeedTyped Of(Need need) => new(need.Code, need.Names, string.Join(", ", need.Indicators), need.Importance?.ToString("0.##", CultureInfo.InvariantCulture) ?? "", false);

    /// <summary>What is no number lies outside what is allowed, and is refused so.</summary>
    public Need Need => new()
    {
        Code = Code, Names = Names, Importance = Importance.Length == 0 ? null : double.TryParse(Importance, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : -1,
        Indicators = [.. Indicators.Split([',', '，', '、', ';', '；', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()],
    };
}
