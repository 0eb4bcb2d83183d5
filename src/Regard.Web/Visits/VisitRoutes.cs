using Regard.Organisation;
using Regard.Surveys;
using Regard.Visits;
using Regard.Web.Cases;
using Regard.Web.Ui;
namespace Regard.Web.Visits;

static class VisitRoutes
{
    public static void MapVisits(this WebApplication app)
    {
        var pages = app.MapGroup("/visits").ExcludeFromDescription();
        pages.MapGet("", async ([AsParameters] VisitQuery asked, Office office, Caller me) => Forms.Page<VisitListPage>(new { Asked = asked, Shown = await office.Do(asked.Asked, me) }));
        pages.MapGet("/{number:long}", (long number, Office office, Caller me) => Page(number, [], office, me));
        pages.MapPost("/{number:long}/recheck", ReCheck).WithMetadata(VisitCaptureRoutes.Limit);
        pages.MapGet("/{number:long}/photos/{id}", Photo);
        pages.MapGet("/comparison", async (Id<Form>? form, string? unit, string? from, string? until, Office office, Caller me) =>
            Forms.Page<VisitComparisonPage>(new { Shown = await office.Do(new CompareVisits(form, VisitQuery.Read(unit), Forms.Day(from), Forms.Day(until)), me) }));
        pages.MapVisitCapture();
        pages.MapVisitPlans();
        pages.MapDefects();
    }

    static async Task<IResult> Page(long number, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<VisitPage>(new { Whole = await office.Do(new ShowVisit(number), me), Found = found }, found);

    static async Task<IResult> ReCheck(long number, HttpRequest request, Office office, Caller me)
    {
        var sent = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return await Forms.Try(
            async () =>
            {
                var found = sent.Keys.Where(k => k.StartsWith("passed.", StringComparison.Ordinal)).Select(k => (Key: k["passed.".Length..], Value: sent[k].ToString())).Where(k => k.Value is "yes" or "no");
                await office.Do(new NoteReCheck(number, [.. found.Select(k => new ReCheckFound(k.Key, k.Value == "yes", sent["words." + k.Key]))]) { Photos = await VisitTyped.PhotosOf(sent.Files) }, me);
                return TypedResults.LocalRedirect($"/visits/{number}");
            },
            found => Page(number, found, office, me));
    }

    /// <summary>Never shown as a page: saved, whatever is in it.</summary>
    internal static async Task<IResult> Photo(long number, Id<VisitPhoto> id, HttpResponse response, Office office, Caller me)
    {
        var content = new MemoryStream();
        var photo = await office.Do(new FetchVisitPhoto(number, id, content), me);
        return CaseFileRoutes.Saved(response, content, photo.Name, photo.Type);
    }
}
