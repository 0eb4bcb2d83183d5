using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Regard.Web.Layout;
namespace Regard.Web.Security;

/// <summary>The one place where a refusal becomes an answer: a page for people, problem details for programs.</summary>
static class Refusals
{
    public static void UseRefusals(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: 404, HasStarted: false } && http.GetEndpoint() is null) await Answer(http, 404, [Words.Of("There is no such page.")]);
        }
        catch (Exception e) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await Answer(http, e);
        }
    });

    static Task Answer(HttpContext http, Exception e)
    {
        switch (e)
        {
            case Invalid invalid: return Answer(http, 422, [.. invalid.Problems.Select(p => p.Words)], invalid.Problems);
            case NotFound missing: return Answer(http, 404, [missing.Words]);
            case Refused { Forbidden: true } when Callers.Of(http).Person is null && !http.Request.IsApi() && HttpMethods.IsGet(http.Request.Method):
                http.Response.Redirect("/sign-in?back=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
                return Task.CompletedTask;
            case Refused { Forbidden: true } refused: return Answer(http, Callers.Of(http).Person is null ? 401 : 403, [refused.Words]);
            case Refused refused: return Answer(http, 409, [refused.Words]);
            case AntiforgeryValidationException: return Answer(http, 400, [Words.Of("The form had expired or came from elsewhere. Please go back, reload the page and try again.")]);
            case BadHttpRequestException bad: return Answer(http, bad.StatusCode, [Words.Of("The request could not be read: {0}", (bad.InnerException ?? bad).Message)]);
            default:
                http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Regard").LogError(e, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
                return Answer(http, 500, [Words.Of("The fault was logged. Nothing was changed. Please try again; if it happens again, tell your administrator the number {0}.", Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier)]);
        }
    }

    public static Task Answer(HttpContext http, int status, IReadOnlyList<Words> words) => Answer(http, status, words, []);

    static async Task Answer(HttpContext http, int status, IReadOnlyList<Words> words, IReadOnlyList<Problem> problems)
    {
        var language = Callers.Of(http).Language;
        http.Response.StatusCode = status;
        if (http.Request.IsApi()) await Details(status, words, problems, language).ExecuteAsync(http);
        else
        {
            // A page that failed while it was drawn has said this already, and saying it twice is a fault.
            http.Response.Headers.Remove("blazor-enhanced-nav");
            await new RazorComponentResult<RefusalPage>(new { Title = Title(status).In(language), Words = words }) { StatusCode = status }.ExecuteAsync(http);
        }
    }

    static ProblemHttpResult Details(int status, IReadOnlyList<Words> words, IReadOnlyList<Problem> problems, Language language) => TypedResults.Problem(new ProblemDetails
    {
        Status = status,
        Title = Title(status).In(language),
        Detail = string.Join(" ", words.Select(w => w.In(language))),
        Extensions = { ["problems"] = problems.Select(p => new { field = p.Field, words = p.Words.In(language) }).ToList() },
    });

    static Words Title(int status) => Words.Of(status switch
    {
        404 => "Not found",
        401 or 403 => "Not allowed",
        409 => "Not possible now",
        400 or 413 or 415 or 422 => "Please check your entries",
        _ => "Something went wrong",
    });
}
