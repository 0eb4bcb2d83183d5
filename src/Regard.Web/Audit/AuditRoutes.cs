using System.Text;
using Regard.Audit;
using Regard.Web.Ui;
namespace Regard.Web.Audit;

static class AuditRoutes
{
    public static void MapAudit(this WebApplication app)
    {
        var pages = app.MapGroup("/audit").ExcludeFromDescription();
        pages.MapGet("", List);
        pages.MapGet("/verify", async (Office office, Caller me) => await Page(new(), null, await office.Do(new VerifyAudit(), me), [], office, me));
        pages.MapGet("/export.csv", Export);

        var api = app.MapGroup("/api/audit").WithTags("Audit");
        api.MapGet("", (string? person, string? operation, Outcome? outcome, DateOnly? from, DateOnly? to, long? before, int? size, Office office, Caller me) =>
            office.Do(new ListAudit(new() { Person = person, Operation = operation, Outcome = outcome, From = from, To = to }, before, size ?? 50), me));
        api.MapGet("/verdict", (Office office, Caller me) => office.Do(new VerifyAudit(), me));
        api.MapGet("/export.csv", Export);
    }

    static async Task<IResult> List(string? person, string? operation, string? outcome, string? from, string? to, string? before, Office office, Caller me)
    {
        var (filter, first) = (Asked(person, operation, outcome, from, to), long.TryParse(before, out var b) ? b : (long?)null);
        return await Forms.Try(() => Page(filter, first, null, [], office, me), found => Page(filter with { To = null }, null, null, found, office, me));
    }

    static async Task<IResult> Page(AuditFilter filter, long? before, AuditVerdict? verdict, IReadOnlyList<Problem> found, Office office, Caller me) => Forms.Page<TrailPage>(new
    {
        Shown = await office.Do(new ListAudit(filter, before), me), Filter = filter, Before = before, Verdict = verdict, Found = found,
    }, found);

    static async Task<IResult> Export(string? person, string? operation, string? outcome, string? from, string? to, Office office, Caller me)
    {
        var csv = await office.Do(new ExportAudit(Asked(person, operation, outcome, from, to)), me);
        // The mark in front tells spreadsheets that the Chinese in it is UTF-8.
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)], "text/csv; charset=utf-8", "audit.csv");
    }

    static AuditFilter Asked(string? person, string? operation, string? outcome, string? from, string? to) => new()
    {
        Person = Blank(person), Operation = Blank(operation), Outcome = Enum.TryParse<Outcome>(outcome, out var o) ? o : null, From = Forms.Day(from), To = Forms.Day(to),
    };

    static string? Blank(string? sent) => string.IsNullOrWhiteSpace(sent) ? null : sent.Trim();
}
