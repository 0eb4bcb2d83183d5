namespace Regard.Web.Layout;

/// <summary>How this browser likes its pages: kept in cookies, so that they hold before anybody signs in.</summary>
public sealed class Preferences(IHttpContextAccessor http)
{
    public const string LanguageCookie = "regard-language", ThemeCookie = "regard-theme";

    /// <summary>light, dark, or null to follow the system.</summary>
    public string? Theme => http.HttpContext?.Request.Cookies[ThemeCookie] is "light" or "dark" ? http.HttpContext.Request.Cookies[ThemeCookie] : null;

    public string Path => http.HttpContext is { } c ? c.Request.Path + c.Request.QueryString : "/";

    public static Language LanguageOf(HttpRequest request) =>
        Languages.FromTag(request.Cookies[LanguageCookie])
        ?? request.GetTypedHeaders().AcceptLanguage?.OrderByDescending(l => l.Quality ?? 1).Select(l => Languages.FromTag(l.Value.Value)).FirstOrDefault(l => l is not null)
        ?? Language.English;
}
