using Microsoft.AspNetCore.Mvc;
namespace Regard.Web.Layout;

static class PreferenceRoutes
{
    public static void MapPreferences(this WebApplication app) => app.MapPost("/preferences", Keep).ExcludeFromDescription();

    static IResult Keep([FromForm] string? language, [FromForm] string? theme, [FromForm] string? back, HttpResponse response)
    {
        var kept = new CookieOptions { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true };
        if (Languages.FromTag(language) is { } known) response.Cookies.Append(Preferences.LanguageCookie, known.Tag(), kept);
        if (theme is "light" or "dark") response.Cookies.Append(Preferences.ThemeCookie, theme, kept);
        return TypedResults.LocalRedirect(back is ['/', not '/' and not '\\', ..] or "/" ? back : "/");
    }
}
