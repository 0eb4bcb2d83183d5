using System.Text;
using Microsoft.AspNetCore.Mvc;
using Regard.Customers.Intake;
using Regard.Files;
using Regard.Web.Surveys.Waves;
using Regard.Web.Ui;
namespace Regard.Web.Customers.Intake;

/// <summary>Bringing customers in: send a file, look at what would become of it, take it.</summary>
static class IntakeRoutes
{
    const string Csv = "text/csv; charset=utf-8", Home = "/customers/import";
    /// <summary>A file that is done this soon is shown at once.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    public static void MapIntake(this WebApplication app)
    {
        app.MapIntakeApi();
        var pages = app.MapGroup(Home).ExcludeFromDescription();
        pages.MapGet("", (Office office, Caller me) => Ask([], office, me));
        pages.MapPost("", Keep).WithMetadata(new DisableRequestSizeLimitAttribute());
        pages.MapGet("/template/{kind}.csv", (string kind, Caller me) => TypedResults.File(WithMark(IntakeColumns.Template(IntakeAsked.Of(kind, null).Kind, me.Language)), Csv, $"{kind.ToLowerInvariant()}.csv"));
        pages.MapGet("/{id}", Look);
        pages.MapGet("/{id}/bad.csv", Bad);
        pages.MapPost("/{id}", Take);
        pages.MapGet("/{id}/taking", Taking);
        pages.MapGet("/report/{id}", async (Id<Import> id, Office office, Caller me) => Forms.Page<IntakeReportPage>(new { Import = await office.Do(new ShowCustomerImport(id), me) }));
        pages.MapGet("/report/{id}/bad.csv", async (Id<Import> id, Office office, Caller me) => TypedResults.File(WithMark(await office.Do(new CustomerBadRows(id), me)), Csv, "bad-rows.csv"));
    }

    static async Task<IResult> Ask(IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<IntakePage>(new { Imports = await office.Do(new ListCustomerImports(), me), Currency = await office.Do(new CompanyCurrency(), me), Found = found }, found);

    static Task<IResult> Keep(HttpRequest request, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            var asked = IntakeAsked.Of(form["kind"], form["currency"]);
            var (file, name) = await UploadedFile.FromForm(request);
            await using (file) return TypedResults.LocalRedirect($"{Home}/{await office.Do(new KeepUpload(file, name), me)}?{asked.Query}");
        },
        found => Ask(found, office, me));

    static Task<IResult> Look(Id<Upload> id, string? kind, string? currency, IntakeDesk desk, Office office, Caller me, HttpResponse response) =>
        Show(id, IntakeAsked.Of(kind, currency), desk, office, me, response, import => Forms.Page<IntakeTrialPage>(new { Import = import, Upload = id, Asked = IntakeAsked.Of(kind, currency) }));

    static async Task<IResult> Bad(Id<Upload> id, string? kind, string? currency, IntakeDesk desk, Caller me) =>
        TypedResults.File(WithMark((await desk.Begin(id, IntakeAsked.Of(kind, currency), me).Done).BadRows ?? throw new NotFound("This import turned no rows away.")), Csv, "bad-rows.csv");

    static async Task<IResult> Take(Id<Upload> id, HttpRequest request, IntakeDesk desk, Caller me)
    {
        var sent = await request.ReadFormAsync();
        var asked = IntakeAsked.Of(sent["kind"], sent["currency"], sent["mode"], dry: false);
        _ = desk.Begin(id, asked, me).Done;
        return TypedResults.LocalRedirect($"{Home}/{id}/taking?{asked.Query}");
    }

    static Task<IResult> Taking(Id<Upload> id, string? kind, string? currency, string? mode, IntakeDesk desk, Office office, Caller me, HttpResponse response) =>
        Show(id, IntakeAsked.Of(kind, currency, mode, dry: false), desk, office, me, response, import => TypedResults.LocalRedirect($"{Home}/report/{import.Id}"), mayBegin: false);

    /// <summary>What came out; as long as it lasts, a page that looks again by itself.</summary>
    static Task<IResult> Show(Id<Upload> id, IntakeAsked asked, IntakeDesk desk, Office office, Caller me, HttpResponse response, Func<Import, IResult> done, bool mayBegin = true) => Forms.Try(
        async () =>
        {
            // A page that is only looked at takes nothing: a taking is begun by sending its form.
            if (!mayBegin && !desk.Knows(id, asked, me)) return TypedResults.LocalRedirect($"{Home}/{id}?{asked.Query}");
            var work = desk.Begin(id, asked, me);
            if (await desk.IsDone(work, patience, response.HttpContext.RequestAborted)) return done(await Finished(id, asked, desk, me, work));
            response.Headers["Refresh"] = "2";
            return Forms.Page<IntakeWorkingPage>(new { asked.DryRun, work.Since });
        },
        found => Ask(found, office, me));

    static async Task<Import> Finished(Id<Upload> id, IntakeAsked asked, IntakeDesk desk, Caller me, IntakeWork work)
    {
        try { return await work.Done; }
        catch
        {
            desk.Forget(id, asked, me);
            throw;
        }
    }

    static byte[] WithMark(string text) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
}
