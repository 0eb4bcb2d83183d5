using Microsoft.AspNetCore.DataProtection;
using Regard.Cases;
using Regard.Web.Cases;
using Regard.Web.Cases.AfterCases;
using Regard.Surveys;
using Regard.Web.Security;
using Regard.Web.Ui;
namespace Regard.Web.Complain;

/// <summary>Shows customers how it stands, by their code. The code is kept sealed in a cookie until the browser closes, so that no address carries it.</summary>
sealed partial class TrackDesk(Office office, Caller me, IDataProtectionProvider protection, ILogger<TrackDesk> log)
{
    const string Cookie = "regard-track", RatePath = "/track/rate";

    IDataProtector Seal => protection.CreateProtector("Regard.Track");

    public async Task<IResult> Show(HttpContext http)
    {
        var language = ComplainRoutes.LanguageOf(http);
        if (CodeOf(http) is not { } code) return Forms.Page<TrackCodePage>(new { Language = language });
        try { return Forms.Page<TrackPage>(new { Shown = await office.Do(new ShowCaseByReceipt(code), me), Language = language, Note = http.Request.Query["note"].ToString() }); }
        catch (NotFound) { return Forms.Page<TrackCodePage>(new { Language = language }); }
    }

    public async Task<IResult> Open(HttpContext http)
    {
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var (language, code) = (ComplainRoutes.LanguageOf(http), sent["code"].ToString());
        if (sent.ContainsKey("to")) return Forms.Page<TrackCodePage>(new { Language = language });
        try
        {
            await office.Do(new ShowCaseByReceipt(code), me);
            http.Response.Cookies.Append(Cookie, Seal.Protect(code), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/track", IsEssential = true });
            return See(http, language);
        }
        catch (NotFound e)
        {
            Missed(http.Connection.RemoteIpAddress?.ToString() ?? "?");
            IReadOnlyList<Problem> found = [new("code", e.Words)];
            return Forms.Page<TrackCodePage>(new { Language = language, Found = found }, found);
        }
    }

    public IResult Leave(HttpContext http)
    {
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/track" });
        return See(http, ComplainRoutes.LanguageOf(http));
    }

    public async Task<IResult> Do(HttpContext http, Func<string, string?, IFormCollection, Operation<Done>> asked)
    {
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var language = ComplainRoutes.LanguageOf(http);
        if (CodeOf(http) is not { } code) return See(http, language);
        var words = sent["words"].ToString();
        return await Changed(http, language, code, asked(code, words.Length > 0 ? words : null, sent), words);
    }

    /// <summary>Takes a photo; nobody but who handles the case gets it out again.</summary>
    public async Task<IResult> Photo(HttpContext http)
    {
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var language = ComplainRoutes.LanguageOf(http);
        if (CodeOf(http) is not { } code) return See(http, language);
        if (sent.Files.GetFile("photo") is not { } photo) return await Changed(http, language, code, new AddPhotoByReceipt(code, default, null), "");
        await using var content = photo.OpenReadStream();
        return await Changed(http, language, code, new AddPhotoByReceipt(code, await CaseFileRoutes.Body(content), photo.FileName), "");
    }

    async Task<IResult> Changed(HttpContext http, Language language, string code, Operation<Done> asked, string typed)
    {
        IReadOnlyList<Problem> found;
        try
        {
            await office.Do(asked, me with { Language = language });
            return See(http, language, "done");
        }
        catch (Invalid e) { found = e.Problems; }
        catch (Refused e) { found = [new("", e.Words)]; }
        return Forms.Page<TrackPage>(new { Shown = await office.Do(new ShowCaseByReceipt(code), me), Language = language, Found = found, Typed = typed }, found);
    }

    public Task<IResult> Rating(HttpContext http) => Rated(http, (_, begun, language) => Task.FromResult(AfterCaseRoutes.Form(RatePath, begun, [], language, [])));

    public Task<IResult> Rate(HttpContext http) => Rated(http, async (code, begun, language) =>
    {
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var answers = AnswerReader.Read(begun.Document, key => [.. sent[key].OfType<string>()]);
        if (sent.ContainsKey("to")) return AfterCaseRoutes.Form(RatePath, begun, answers, language, []);
        try { await office.Do(new RateCaseByReceipt(code, answers), me); }
        catch (Invalid e) { return AfterCaseRoutes.Form(RatePath, begun, answers, language, e.Problems); }
        return See(http, language, "done");
    });

    /// <summary>While an answer is taken; else back to how it stands.</summary>
    async Task<IResult> Rated(HttpContext http, Func<string, RatingBegun, Language, Task<IResult>> go)
    {
        var language = ComplainRoutes.LanguageOf(http);
        if (CodeOf(http) is not { } code) return See(http, language);
        try { return await office.Do(new BeginRatingByReceipt(code), me) is { WhyNot: null } begun ? await go(code, begun, language) : See(http, language); }
        catch (Exception e) when (e is NotFound or Refused) { return See(http, language); }
    }

    string? CodeOf(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } sealedCode) return null;
        try { return Seal.Unprotect(sealedCode); }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }

    /// <summary>303: the page after a form is fetched anew, so that going back or reloading sends nothing twice.</summary>
    static IResult See(HttpContext http, Language language, string? note = null)
    {
        http.Response.Headers.Location = $"/track?language={language.Tag()}{(note is null ? "" : "&note=" + note)}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    [LoggerMessage(LogLevel.Warning, "A receipt code that leads nowhere was tried from {Address}.")]
    partial void Missed(string address);
}
