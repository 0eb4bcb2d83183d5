using Microsoft.AspNetCore.Mvc;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Web.Surveys.Waves;
using Regard.Web.Ui;
namespace Regard.Web.Loyalty;

static class RiskRoutes
{
    public static void MapRisk(this RouteGroupBuilder pages)
    {
        pages.MapGet("/risk", async (Id<Unit>? unit, string? grade, string? segment, int? page, Office office, Caller me) =>
            Forms.Page<RiskPage>(new { View = await office.Do(new ShowRisk(unit, grade, segment, page ?? 1), me), Grade = grade, Segment = segment }));
        pages.MapPost("/risk/export.csv", async ([FromForm] string? unit, [FromForm] string? grade, [FromForm] string? segment, Office office, Caller me) =>
            Csv(await office.Do(new ExportRisk(Id<Unit>.TryParse(unit, null, out var id) ? id : null, grade, segment), me)));
    }

    public static void MapRiskApi(this RouteGroupBuilder api)
    {
        api.MapGet("/risk", (Id<Unit>? unit, string? grade, string? segment, int? page, Office office, Caller me) => office.Do(new ShowRisk(unit, grade, segment, page ?? 1), me));
        api.MapPost("/risk/export.csv", async (Id<Unit>? unit, string? grade, string? segment, Office office, Caller me) => Csv(await office.Do(new ExportRisk(unit, grade, segment), me)));
    }

    static IResult Csv(string text) => TypedResults.File(WaveFileRoutes.WithMark(text), "text/csv; charset=utf-8", "customers-at-risk.csv");
}
