using Regard.Organisation;
using Regard.Visits;
using Regard.Web.Ui;
namespace Regard.Web.Visits;

static class DefectRoutes
{
    public static void MapDefects(this RouteGroupBuilder pages)
    {
        pages.MapGet("/defects", (string? unit, Office office, Caller me) => Page(VisitQuery.Read(unit), null, [], office, me));
        pages.MapPost("/defects", async (HttpRequest request, Office office, Caller me) =>
        {
            var sent = await request.ReadFormAsync();
            return await Forms.Try(async () =>
            {
                var unit = VisitQuery.Read(sent["Unit"]) ?? throw new Invalid("Unit", "Choose a unit.");
                return TypedResults.LocalRedirect($"/visits/defects#defect-{await office.Do(new ReportDefect(unit, sent["Words"].ToString(), Forms.Day(sent["DueOn"]) ?? throw new Invalid("DueOn", "Give a day.")), me)}");
            }, found => Page(null, sent["Words"], found, office, me));
        });
        pages.MapPost("/defects/{number:long}/mend", async (long number, HttpRequest request, Office office, Caller me) =>
        {
            var sent = await request.ReadFormAsync();
            return await Forms.Try(async () =>
            {
                await office.Do(new MendDefect(number, sent["Words"].ToString()), me);
                return TypedResults.LocalRedirect(VisitQuery.Read(sent["unit"]) is { } unit ? $"/visits/defects?unit={unit}" : "/visits/defects");
            }, found => Page(VisitQuery.Read(sent["unit"]), null, found, office, me));
        });
    }

    static async Task<IResult> Page(Id<Unit>? unit, string? typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<DefectsPage>(new { Shown = await office.Do(new ListDefects(unit), me), Unit = unit, Typed = typed, Found = found }, found);
}
