using Microsoft.AspNetCore.Mvc;
using Regard.Files;
using Regard.Metrics;
using Regard.Organisation;
using Regard.Web.Surveys.Waves;
using Regard.Web.Ui;
namespace Regard.Web.Metrics;

static class MetricRoutes
{
    const int ReworkMonths = 36;
    const string Csv = "text/csv; charset=utf-8";

    public static void MapMetrics(this WebApplication app)
    {
        var pages = app.MapGroup("/metrics").ExcludeFromDescription();
        pages.MapGet("", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<MetricsPage>(new { View = await office.Do(new ListSeries(unit), me) }));
        pages.MapGet("/values.csv", (Office office, Caller me) => Values(null, office, me));
        pages.MapGet("/new", (Office office, Caller me) => Define(true, new(), [], office, me));
        pages.MapPost("/save", ([FromForm] SeriesTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new SaveSeries(sent.ToSeries(), sent.New == "true"), me);
                return TypedResults.LocalRedirect($"/metrics/{sent.Code!.Trim()}");
            },
            found => Define(sent.New == "true", sent, found, office, me)));
        pages.MapGet("/import", (Office office, Caller me) => Import([], office, me));
        pages.MapPost("/import", (HttpRequest request, Office office, Caller me) => Forms.Try(
            async () =>
            {
                var (file, name) = await UploadedFile.FromForm(request);
                var form = await request.ReadFormAsync();
                await using (file) return TypedResults.LocalRedirect($"/metrics/import/{(await office.Do(new ImportSeries(file, name, UploadedFile.Mode(form["mode"]), string.IsNullOrEmpty(form["code"]) ? null : form["code"].ToString()), me)).Id}");
            },
            found => Import(found, office, me)));
        pages.MapGet("/import/template.csv", (Caller me) => TypedResults.File(WaveFileRoutes.WithMark(
            CsvCell.Line(MetricColumns.All.Select(c => c.Header(me.Language))) + CsvCell.Line(MetricColumns.All.Select(c => c.Examples[0])) + CsvCell.Line(MetricColumns.All.Select(c => c.Examples[1]))), Csv, "values.csv"));
        pages.MapGet("/import/{id}", async (Id<Import> id, Office office, Caller me) => Forms.Page<MetricReportPage>(new { Import = await office.Do(new ShowSeriesImport(id), me) }));
        pages.MapGet("/import/{id}/bad.csv", async (Id<Import> id, Office office, Caller me) => TypedResults.File(WaveFileRoutes.WithMark(await office.Do(new SeriesBadRows(id), me)), Csv, "bad-rows.csv"));
        pages.MapGet("/manufacturer", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<ManufacturerPage>(new { View = await office.Do(new ShowManufacturer(unit), me) }));
        pages.MapGet("/competitors", async (Id<Unit>? unit, Office office, Caller me) => Forms.Page<CompetitorsPage>(new { View = await office.Do(new ShowCompetitorGroups(unit), me) }));
        pages.MapPost("/competitors", async ([FromForm] Id<Unit> competitor, [FromForm] string? group, Office office, Caller me) =>
        {
            await office.Do(new SetCompetitorGroup(competitor, group), me);
            return TypedResults.LocalRedirect("/metrics/competitors");
        });
        pages.MapGet("/rework", (Id<Unit>? unit, Office office, Caller me) => Rework(unit, [], office, me));
        pages.MapPost("/rework", ([FromForm] string? reworkDays, [FromForm] Id<Unit>? unit, Office office, Caller me) => Forms.Try(
            async () =>
            {
                var settings = (await office.Do(new ShowNatures(), me)).Settings;
                await office.Do(new SetMetricSettings(settings with { ReworkDays = int.TryParse(reworkDays, out var days) ? days : 0 }), me);
                await office.Do(new WorkOutRework(ReworkMonths), me);
                return TypedResults.LocalRedirect($"/metrics/rework?unit={unit}");
            },
            found => Rework(unit, found, office, me)));
        pages.MapGet("/{code}", (string code, Id<Unit>? unit, Office office, Caller me) => Show(code, unit, new(), [], office, me));
        pages.MapGet("/{code}/values.csv", (string code, Office office, Caller me) => Values(code, office, me));
        pages.MapGet("/{code}/edit", async (string code, Office office, Caller me) => await Define(false, SeriesTyped.Of((await office.Do(new ShowSeries(code), me)).Series), [], office, me));
        pages.MapPost("/{code}/points", (string code, [FromForm] PointTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new NotePoints(code, sent.ToLine()), me);
                return TypedResults.LocalRedirect($"/metrics/{code}?unit={sent.Unit}");
            },
            found => Show(code, Id<Unit>.TryParse(sent.At, null, out var at) ? at : null, sent, found, office, me)));
        pages.MapPost("/{code}/points/remove", async (string code, [FromForm] Id<Unit> unit, [FromForm] DateOnly day, Office office, Caller me) =>
        {
            await office.Do(new RemovePoint(code, unit, day), me);
            return TypedResults.LocalRedirect($"/metrics/{code}?unit={unit}");
        });

        var api = app.MapGroup("/api/metrics").WithTags("Metrics").DisableAntiforgery();
        api.MapGet("", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ListSeries(unit), me));
        api.MapPost("", (SaveSeries sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/manufacturer", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowManufacturer(unit), me));
        api.MapGet("/competitors", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowCompetitorGroups(unit), me));
        api.MapGet("/rework", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowRework(unit), me));
        api.MapPost("/rework/work-out", (Office office, Caller me) => office.Do(new WorkOutRework(ReworkMonths), me));
        api.MapPost("/settings", (SetMetricSettings sent, Office office, Caller me) => office.Do(sent, me));
        api.MapGet("/{code}", (string code, Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowSeries(code, unit), me));
        api.MapPost("/{code}/points", (string code, PointLine[] sent, Office office, Caller me) => office.Do(new NotePoints(code, sent), me));
        api.MapDelete("/{code}/points/{unit}/{day}", (string code, Id<Unit> unit, DateOnly day, Office office, Caller me) => office.Do(new RemovePoint(code, unit, day), me));
        api.MapPost("/import", async (HttpRequest request, RowMode? mode, string? code, Office office, Caller me) =>
        {
            await using var file = await UploadedFile.FromBody(request, ImportSeries.Largest);
            return await office.Do(new ImportSeries(file, "api", mode ?? RowMode.AllOrNothing, code), me);
        });
        api.MapGet("/import/{id}", (Id<Import> id, Office office, Caller me) => office.Do(new ShowSeriesImport(id), me));
    }

    static async Task<IResult> Rework(Id<Unit>? unit, IReadOnlyList<Problem> found, Office office, Caller me) => Forms.Page<ReworkPage>(new { View = await office.Do(new ShowRework(unit), me), Found = found }, found);

    static async Task<IResult> Values(string? code, Office office, Caller me) => TypedResults.File(WaveFileRoutes.WithMark(await office.Do(new ExportSeries(code), me)), Csv, $"{code ?? "metrics"}.csv");

    static async Task<IResult> Show(string code, Id<Unit>? unit, PointTyped typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<SeriesPage>(new { View = await office.Do(new ShowSeries(code, unit), me), Typed = typed, Found = found }, found);

    static async Task<IResult> Define(bool isNew, SeriesTyped typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        if (!(await office.Do(new ListSeries(), me)).MayDefine) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        return Forms.Page<SeriesFormPage>(new { New = isNew, Typed = typed, Indicators = await office.Do(new ListMeasuredIndicators(), me), Found = found }, found);
    }

    static async Task<IResult> Import(IReadOnlyList<Problem> found, Office office, Caller me) => Forms.Page<MetricImportPage>(new
    {
        Imports = await office.Do(new ListSeriesImports(), me), Series = (IReadOnlyList<Series>)[.. (await office.Do(new ListSeries(), me)).Rows.Select(r => r.Series)], Found = found,
    }, found);
}
