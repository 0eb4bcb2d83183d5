using Regard.Cases;
using Regard.Web.Cases;
using Regard.Web.Layout;
using Regard.Web.Security;
using Regard.Web.Ui;
namespace Regard.Web.Complain;

/// <summary>Where customers complain and follow what becomes of it, without signing in and without script.</summary>
static class ComplainRoutes
{
    public static void MapComplain(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().WithMetadata(new LinkIsPermission()).DisableAntiforgery();
        pages.MapGet("/c", (HttpContext http, ComplainDesk desk) => desk.Ask(null, http)).RequireRateLimiting(Limits.Respond);
        pages.MapGet("/c/{code}", (string code, HttpContext http, ComplainDesk desk) => desk.Ask(code, http)).RequireRateLimiting(Limits.Respond);
        pages.MapPost("/c", (HttpContext http, ComplainDesk desk) => desk.Take(null, http)).RequireRateLimiting(Limits.Complain);
        pages.MapPost("/c/{code}", (string code, HttpContext http, ComplainDesk desk) => desk.Take(code, http)).RequireRateLimiting(Limits.Complain);

        var track = pages.MapGroup("/track").RequireRateLimiting(Limits.Track);
        track.MapGet("", (HttpContext http, TrackDesk desk) => desk.Show(http));
        track.MapPost("", (HttpContext http, TrackDesk desk) => desk.Open(http));
        track.MapPost("/leave", (HttpContext http, TrackDesk desk) => desk.Leave(http));
        track.MapPost("/answer", (HttpContext http, TrackDesk desk) => desk.Do(http, (code, words, _) => new AnswerByReceipt(code, words ?? "")));
        track.MapPost("/superior", (HttpContext http, TrackDesk desk) => desk.Do(http, (code, words, _) => new EscalateByReceipt(code, words)));
        track.MapPost("/photo", (HttpContext http, TrackDesk desk) => desk.Photo(http)).WithMetadata(CaseFileRoutes.Limit).RequireRateLimiting(Limits.Complain);
        track.MapGet("/rate", (HttpContext http, TrackDesk desk) => desk.Rating(http));
        track.MapPost("/rate", (HttpContext http, TrackDesk desk) => desk.Rate(http));
        track.MapPost("/proposal", (HttpContext http, TrackDesk desk) => desk.Do(http, (code, words, sent) => new AnswerProposalByReceipt(code, sent["accepts"] == "yes", words)));

        app.MapGet("/cases/posters", async (HttpRequest request, Office office, Caller me) =>
            Forms.Page<PosterListPage>(new { Places = await office.Do(new ListCasePlaces(), me), Address = AddressOf(request) })).ExcludeFromDescription();
        app.MapGet("/cases/posters/{code}", async (string code, HttpRequest request, Office office, Caller me) =>
        {
            await office.Do(new ListCasePlaces(), me);
            var place = await office.Do(new ShowComplaintPlace(code), me);
            return Forms.Page<ComplaintPosterPage>(new { Place = place, Address = $"{AddressOf(request)}/c/{Uri.EscapeDataString(place.Code)}" });
        }).ExcludeFromDescription();
    }

    static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>The language asked for in the form or the address, else that of the browser.</summary>
    internal static Language LanguageOf(HttpContext http)
    {
        var asked = http.Request.HasFormContentType ? Languages.FromTag(http.Request.Form["to"]) ?? Languages.FromTag(http.Request.Form["language"]) : Languages.FromTag(http.Request.Query["language"]);
        return asked ?? Preferences.LanguageOf(http.Request);
    }
}
