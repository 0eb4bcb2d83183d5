using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Regard.Surveys;
using Regard.Visits;
using Regard.Web.Ui;
namespace Regard.Web.Visits;

/// <summary>Filling a visit in on the spot, also without network: the phone keeps what is typed and sends it later, once.</summary>
static class VisitCaptureRoutes
{
    /// <summary>All photos of a visit and the form around them.</summary>
    internal static readonly RequestSizeLimitAttribute Limit = new(VisitPhoto.LargestTogether + (2 << 20));
    static readonly RequestFormLimitsAttribute formLimit = new() { MultipartBodyLengthLimit = VisitPhoto.LargestTogether + (2 << 20) };

    public static void MapVisitCapture(this RouteGroupBuilder pages)
    {
        pages.MapGet("/new", Begin);
        pages.MapPost("/new", Take).WithMetadata(Limit, formLimit);
        pages.MapPost("/new/send", Send).WithMetadata(Limit, formLimit);
        pages.MapGet("/new/token", (HttpContext http, IAntiforgery forgery, Caller me) => me.Person is { } person
            ? TypedResults.Json(new { token = forgery.GetAndStoreTokens(http).RequestToken, person = person.ToString(), name = me.Name }) : Results.StatusCode(StatusCodes.Status401Unauthorized));
        pages.MapGet("/new/kept", Kept);
        pages.MapGet("/visit-worker.js", () => TypedResults.Text(File.ReadAllText(Path.Combine(AssetFiles.Root, "js", "visit-worker.js")), "text/javascript; charset=utf-8"));
    }

    static async Task<IResult> Begin(string? unit, string? kind, string? form, Id<VisitOrder>? order, Office office, Caller me)
    {
        var typed = new VisitTyped { Unit = unit, Kind = kind, Form = form, Order = order?.ToString() };
        if (order is { } id && typed.FormId is null)
        {
            // The address says all that the phone needs to go on without network.
            var asked = await office.Do(new ShowOrder(id), me);
            return TypedResults.LocalRedirect($"/visits/new?order={id}&unit={asked.Order.UnitId}&kind={asked.Plan.Kind}&form={asked.Plan.FormVersionId}");
        }
        return await Form(typed, [], office, me);
    }

    static async Task<IResult> Form(VisitTyped typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var desk = await office.Do(new ShowVisitDesk(), me);
        var unit = desk.Units.FirstOrDefault(u => u.Id == typed.UnitId);
        if (typed.FormId is not { } form || unit is null || typed.KindOf is null) return Forms.Page<VisitStartPage>(new { Desk = desk, Typed = typed, Found = found }, found);
        return Forms.Page<VisitFillPage>(new { Desk = desk, Unit = unit, Typed = typed, Form = (await office.Do(new ShowVisitForm(form), me)).Document, Found = found }, found);
    }

    static async Task<(VisitTyped, FormDocument)> Read(HttpRequest request, Office office, Caller me)
    {
        var sent = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var typed = VisitTyped.Of(sent);
        var form = (await office.Do(new ShowVisitForm(typed.FormId ?? throw new Invalid("Form", "Choose a form.")), me)).Document;
        return (typed.With(form, sent), form);
    }

    static async Task<IResult> Take(HttpRequest request, Office office, Caller me)
    {
        var typed = VisitTyped.Of(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        return await Forms.Try(
            async () =>
            {
                (typed, _) = await Read(request, office, me);
                return TypedResults.LocalRedirect($"/visits/{(await office.Do(await typed.Submit(request.Form.Files), me)).Number}");
            },
            found => Form(typed, found, office, me));
    }

    /// <summary>For the script of the page: what it kept goes out by this, with an answer that it can read.</summary>
    static async Task<IResult> Send(HttpRequest request, Office office, Caller me)
    {
        if (me.Person is null) return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        IResult Not(int status, IEnumerable<(string Field, Words Words)> problems) => TypedResults.Json(new { problems = problems.Select(p => new { field = p.Field, words = p.Words.In(me.Language) }) }, statusCode: status);
        try
        {
            var (typed, _) = await Read(request, office, me);
            var kept = await office.Do(await typed.Submit(request.Form.Files), me);
            return TypedResults.Json(new { number = kept.Number, score = kept.Score is { } score ? Math.Round(score) : (double?)null, items = kept.Items, failed = kept.Failed });
        }
        catch (Invalid e) { return Not(StatusCodes.Status422UnprocessableEntity, e.Problems.Select(p => (p.Field, p.Words))); }
        catch (Refused e) { return Not(e.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict, [("", e.Words)]); }
        catch (NotFound e) { return Not(StatusCodes.Status422UnprocessableEntity, [("", e.Words)]); }
    }

    /// <summary>What the phone keeps of a form: its questions, no unit, no name, no token.</summary>
    static async Task<IResult> Kept(Id<FormVersion> form, string? language, Office office, Caller me) =>
        Forms.Page<VisitKeptPage>(new { Form = (await office.Do(new ShowVisitForm(form), me)).Document, Language = Languages.FromTag(language) ?? me.Language });
}
