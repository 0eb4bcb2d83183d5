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

    static Task<Caller> Identify(HttpRequest request, Office office)
    {
        var language = Preferences.LanguageOf(request);
        return Task.FromResult(Caller.Anyone(language, request.IsApi() ? "api" : "page"));
    }
}
