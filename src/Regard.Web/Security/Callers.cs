using Regard.Organisation;
using Regard.Web.Layout;
namespace Regard.Web.Security;

/// <summary>Finds out who sends a request: the sign-in cookie for pages, a bearer token for programs.</summary>
static class Callers
{
    public const string Cookie = "regard";
    static readonly object key = new();

    public static Caller Of(HttpContext http) => (Caller)http.Items[key]!;

    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api");

    public static void UseCallers(this WebApplication app) => app.Use(async (http, next) =>
    {
        var office = http.RequestServices.GetRequiredService<Office>();
        http.Items[key] = await Identify(http.Request, office);
        await next(http);
    });

    static async Task<Caller> Identify(HttpRequest request, Office office)
    {
        var visitor = Caller.Anyone(Preferences.LanguageOf(request), request.IsApi() ? "api" : "page");
        if (TokenOf(request) is not { } token) return visitor;
        var known = token.StartsWith(ApiToken.Prefix, StringComparison.Ordinal) ? await office.Do(new WhoHoldsToken(token), visitor) : await WhoIs.Ask(office, token, visitor);
        // Who chose a language in this browser reads it here, whatever their profile says.
        return known is null ? visitor : Languages.FromTag(request.Cookies[Preferences.LanguageCookie]) is { } chosen ? known with { Language = chosen } : known;
    }

    /// <summary>Programs send a bearer token; a browser's cookie counts for pages only, so that no other site can make it call the API.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        const string bearer = "Bearer ";
        if (!request.IsApi()) return request.Cookies[Cookie];
        var sent = request.Headers.Authorization.ToString();
        return sent.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? sent[bearer.Length..].Trim() : null;
    }
}
