using Microsoft.AspNetCore.DataProtection;
using Regard.Cases;
using Regard.Web.Security;
using Regard.Web.Ui;
namespace Regard.Web.Complain;

/// <summary>Shows customers how it stands, by their code. The code is kept sealed in a cookie until the browser closes, so that no address carries it.</summary>
sealed partial class TrackDesk(Office office, Caller me, IDataProtectionProvider protection, ILogger<TrackDesk> log)
{
    const string Cookie = "regard-track";

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
        IReadOnlyList<Problem> found;
        try
        {
            await office.Do(asked(code, words.Length > 0 ? words : null, sent), me);
            return See(http, language, "done");
        }
        catch (Invalid e) { found = e.Problems; }
        catch (Refused e) { found = [new("", e.Words)]; }
        return Forms.Page<TrackPage>(new { Shown = await office.Do(new ShowCaseByReceipt(code), me), Language = language, Found = found, Typed = words }, found);
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
