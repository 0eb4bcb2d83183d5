using Regard.Organisation;
using Regard.Surveys;
using Regard.Visits;
namespace Regard.Web.Visits;

/// <summary>The visits for programs.</summary>
static class VisitApi
{
    public static void MapVisitApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/visits").WithTags("Visits").DisableAntiforgery();
        api.MapGet("", (Id<Unit>? unit, VisitKind? kind, DateOnly? from, DateOnly? until, int? page, Office office, Caller me) => office.Do(new ListVisits(unit, kind, from, until, page ?? 1), me));
        api.MapPost("", (SubmitVisit sent, Office office, Caller me) => office.Do(sent, me)).WithMetadata(VisitCaptureRoutes.Limit);
        api.MapGet("/desk", (Office office, Caller me) => office.Do(new ShowVisitDesk(), me));
        api.MapGet("/comparison", (Id<Form>? form, Id<Unit>? unit, DateOnly? from, DateOnly? until, Office office, Caller me) => office.Do(new CompareVisits(form, unit, from, until), me));
        api.MapGet("/plans", (Office office, Caller me) => office.Do(new ShowVisitPlans(), me));
        api.MapPost("/plans", (PlanVisits sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/plans/{number:long}/stop", (long number, Office office, Caller me) => office.Do(new StopVisitPlan(number), me));
        api.MapGet("/orders/{id}", (Id<VisitOrder> id, Office office, Caller me) => office.Do(new ShowOrder(id), me));
        api.MapGet("/defects", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ListDefects(unit), me));
        api.MapPost("/defects", (ReportDefect sent, Office office, Caller me) => office.Do(sent, me));
        api.MapPost("/defects/{number:long}/mend", (long number, Mended sent, Office office, Caller me) => office.Do(new MendDefect(number, sent.Words), me));
        api.MapGet("/{number:long}", (long number, Office office, Caller me) => office.Do(new ShowVisit(number), me));
        api.MapPost("/{number:long}/recheck", (long number, ReChecked sent, Office office, Caller me) => office.Do(new NoteReCheck(number, sent.Found) { Photos = sent.Photos ?? [] }, me)).WithMetadata(VisitCaptureRoutes.Limit);
        api.MapGet("/{number:long}/photos/{id}", VisitRoutes.Photo);
    }

    sealed record Mended(string Words);
    sealed record ReChecked(IReadOnlyList<ReCheckFound> Found, IReadOnlyList<SentPhoto>? Photos);
}
