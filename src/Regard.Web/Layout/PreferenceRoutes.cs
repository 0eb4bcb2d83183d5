using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
namespace Regard.Web.Layout;

static class PreferenceRoutes
{
    public static void MapPreferences(this WebApplication app) => app.MapPost("/preferences", Keep).ExcludeFromDescription();

    static async Task<IResult> Keep([FromForm] string? language, [FromForm] string? theme, [FromForm] string? back, HttpResponse response, Office office, Caller me)
    {
        var kept = new CookieOptions { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true };
        if (Languages.FromTag(language) is { } known)
        {
            response.Cookies.Append(Preferences.LanguageCookie, known.Tag(), kept);
            if (me.Person is not null) await office.Do(new SetLanguage(known), me);
        }
        if (theme is "light" or "dark") response.Cookies.Append(Preferences.ThemeCookie, theme, kept);
        return TypedResults.LocalRedirect(back is ['/', not '/' and not '\\', ..] or "/" ? back : "/");
    }
}
