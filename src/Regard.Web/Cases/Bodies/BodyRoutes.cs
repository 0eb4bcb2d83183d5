using Microsoft.AspNetCore.Mvc;
using Regard.Cases;
using Regard.Web.Ui;
namespace Regard.Web.Cases.Bodies;

static class BodyRoutes
{
    /// <summary>How far back the page tells what came by these bodies.</summary>
    public const int Days = 365;

    public static void MapBodies(this RouteGroupBuilder pages)
    {
        pages.MapGet("/bodies", (Id<ExternalBody>? id, Office office, Caller me, TimeProvider clock) => Page(id, null, [], office, me, clock));
        pages.MapPost("/bodies", ([FromForm] BodyTyped sent, Office office, Caller me, TimeProvider clock) => Forms.Try(
            async () => { await office.Do(sent.Change(), me); return TypedResults.LocalRedirect("/cases/bodies"); },
            found => Page(null, sent, found, office, me, clock)));
    }

    static async Task<IResult> Page(Id<ExternalBody>? id, BodyTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me, TimeProvider clock)
    {
        var days = await office.Do(new ShowBodyDays(clock.Day().AddDays(-Days), clock.Day().AddDays(1)), me);
        var bodies = await office.Do(new ListBodies(), me);
        return Forms.Page<BodiesPage>(new { Bodies = bodies, Shown = days, Typed = typed ?? BodyTyped.Of(bodies.FirstOrDefault(b => b.Id == id)), Found = found }, found);
    }
}
