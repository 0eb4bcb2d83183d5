using System.Globalization;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Visits;
using Regard.Web.Ui;
namespace Regard.Web.Visits;

static class VisitPlanRoutes
{
    public static void MapVisitPlans(this RouteGroupBuilder pages)
    {
        pages.MapGet("/plans", (Office office, Caller me) => Page(null, [], office, me));
        pages.MapPost("/plans", async (HttpRequest request, Office office, Caller me) =>
        {
            var typed = Read(await request.ReadFormAsync());
            return await Forms.Try(async () => TypedResults.LocalRedirect($"/visits/plans#plan-{await office.Do(typed, me)}"), found => Page(typed, found, office, me));
        });
        pages.MapPost("/plans/{number:long}/stop", (long number, Office office, Caller me) => Forms.Try(async () =>
        {
            await office.Do(new StopVisitPlan(number), me);
            return TypedResults.LocalRedirect("/visits/plans");
        }, found => Page(null, found, office, me)));
    }

    static async Task<IResult> Page(PlanVisits? typed, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<VisitPlansPage>(new { Shown = await office.Do(new ShowVisitPlans(), me), Typed = typed, Found = found }, found);

    static PlanVisits Read(IFormCollection sent)
    {
        static List<Id<T>> Ids<T>(IEnumerable<string?> texts) => [.. texts.Select(t => Id<T>.TryParse(t, null, out var id) ? id : (Id<T>?)null).OfType<Id<T>>()];
        return new(sent["Name"].ToString(), Enum.TryParse<VisitKind>(sent["Kind"], out var kind) ? kind : VisitKind.Other, Id<FormVersion>.TryParse(sent["Form"], null, out var form) ? form : default, Ids<Unit>(sent["Units"]),
            int.TryParse(sent["EachUnit"], NumberStyles.None, CultureInfo.InvariantCulture, out var each) ? each : 0, Forms.Day(sent["UntilDay"]) ?? default, Ids<Person>(sent["Visitors"]));
    }
}
