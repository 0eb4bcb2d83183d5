using Regard.Surveys;
using Regard.Web.Security;
namespace Regard.Web.Respond;

static class RespondRoutes
{
    public static void MapRespond(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().WithMetadata(new LinkIsPermission()).DisableAntiforgery().RequireRateLimiting(Limits.Respond);
        pages.MapGet("/r/{token}", (string token, RespondDesk desk, HttpContext http) => desk.Show(RespondentAt.Personal(token), http));
        pages.MapPost("/r/{token}", (string token, RespondDesk desk, HttpContext http) => desk.Take(RespondentAt.Personal(token), http));
        pages.MapGet("/o/{link}", (string link, string? unit, RespondDesk desk, HttpContext http) => unit is { Length: > 0 }
            ? Task.FromResult<IResult>(TypedResults.LocalRedirect($"/o/{Uri.EscapeDataString(link)}/{Uri.EscapeDataString(unit)}"))
            : desk.Show(RespondentAt.Open(link, null, http), http));
        pages.MapPost("/o/{link}", (string link, RespondDesk desk, HttpContext http) => desk.Take(RespondentAt.Open(link, null, http), http));
        pages.MapGet("/o/{link}/{unit}", (string link, string unit, RespondDesk desk, HttpContext http) => desk.Show(RespondentAt.Open(link, unit, http), http));
        pages.MapPost("/o/{link}/{unit}", (string link, string unit, RespondDesk desk, HttpContext http) => desk.Take(RespondentAt.Open(link, unit, http), http));

        var api = app.MapGroup("/api/respond").WithTags("Answering").RequireRateLimiting(Limits.Respond);
        api.MapGet("/links/{token}", (string token, Office office, Caller me) => office.Do(new BeginResponse(Respondent.ByLink(token)), me));
        api.MapPost("/links/{token}/opened", (string token, Office office, Caller me) => office.Do(new NoteLinkOpened(token), me));
        api.MapPut("/links/{token}/pages/{page:int}", (string token, int page, PageSent sent, Office office, Caller me) => office.Do(new SavePage(Respondent.ByLink(token), page, sent.Answers, sent.Language), me));
        api.MapPost("/links/{token}", (string token, PageSent sent, ResponseWriter writer, Caller me) => writer.Submit(Respondent.ByLink(token).Submit(sent.Answers, sent.Language, null), me));
        api.MapGet("/open/{link}/{key}", (string link, Guid key, string? unit, Office office, Caller me) => office.Do(new BeginResponse(Respondent.ByOpenLink(link, key, unit)), me));
        api.MapPut("/open/{link}/{key}/pages/{page:int}", (string link, Guid key, string? unit, int page, PageSent sent, Office office, Caller me) => office.Do(new SavePage(Respondent.ByOpenLink(link, key, unit), page, sent.Answers, sent.Language), me));
        api.MapPost("/open/{link}/{key}", (string link, Guid key, string? unit, PageSent sent, ResponseWriter writer, Caller me) => writer.Submit(Respondent.ByOpenLink(link, key, unit).Submit(sent.Answers, sent.Language, null), me));
    }

    sealed record PageSent(Answers Answers, Language Language);
}
