using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Web.Security;
using Regard.Web.Ui;
namespace Regard.Web.SignIn;

static class ProfileRoutes
{
    public static void MapProfile(this WebApplication app)
    {
        var pages = app.MapGroup("/profile").ExcludeFromDescription();
        pages.MapGet("", (bool? changed, HttpContext http, Office office, Caller me) => Page(http, office, me, p => p with { PasswordChanged = changed ?? false }));
        pages.MapPost("/language", async ([FromForm] string? language, Office office, Caller me) => { await office.Do(new SetLanguage(Languages.FromTag(language) ?? me.Language), me); return TypedResults.LocalRedirect("/profile"); });
        pages.MapPost("/password", ChangePassword).RequireRateLimiting(Limits.SignIn);
        pages.MapPost("/sign-out-everywhere", async (HttpContext http, Office office, Caller me) => { await office.Do(new SignOutEverywhere(), me); http.Response.Cookies.Delete(Callers.Cookie); return TypedResults.LocalRedirect("/sign-in"); });
        pages.MapPost("/tokens", MakeToken);
        pages.MapPost("/tokens/{id}/revoke", async (Id<ApiToken> id, Office office, Caller me) => { await office.Do(new RevokeApiToken(id), me); return TypedResults.LocalRedirect("/profile"); });

        var api = app.MapGroup("/api/profile").WithTags("Profile");
        api.MapGet("", (Office office, Caller me) => office.Do(new ShowProfile(), me));
        api.MapPut("/language", (NewLanguage chosen, Office office, Caller me) => office.Do(new SetLanguage(chosen.Language), me));
        api.MapPost("/password", (Passwords sent, HttpRequest request, Office office, Caller me) => office.Do(new ChangePassword(sent.Current, sent.New, Callers.TokenOf(request)), me)).RequireRateLimiting(Limits.SignIn);
        api.MapGet("/sign-ins", (HttpRequest request, Office office, Caller me) => office.Do(new ListSignIns(Callers.TokenOf(request)), me));
        api.MapGet("/tokens", (Office office, Caller me) => office.Do(new ListApiTokens(), me));
        api.MapPost("/tokens", (MakeApiToken asked, Office office, Caller me) => office.Do(asked, me));
        api.MapDelete("/tokens/{id}", (Id<ApiToken> id, Office office, Caller me) => office.Do(new RevokeApiToken(id), me));
    }

    sealed record NewLanguage(Language Language);
    sealed record Passwords(string Current, string New);

    /// <summary>What the page says beyond what is kept: the outcome of the form just sent.</summary>
    sealed record Outcome
    {
        public IReadOnlyList<Problem> Found { get; init; } = [];
        public IReadOnlyList<Problem> TokenFound { get; init; } = [];
        public string? TokenName { get; init; }
        public string TokenDays { get; init; } = "90";
        public string? Made { get; init; }
        public bool PasswordChanged { get; init; }
    }

    static Task<IResult> ChangePassword([FromForm] string? current, [FromForm(Name = "New")] string? chosen, HttpContext http, Office office, Caller me) => Forms.Try(
        async () => { await office.Do(new ChangePassword(current ?? "", chosen ?? "", Callers.TokenOf(http.Request)), me); return TypedResults.LocalRedirect("/profile?changed=true"); },
        found => Page(http, office, me, p => p with { Found = found }));

    static Task<IResult> MakeToken([FromForm] string? name, [FromForm] string? days, HttpContext http, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var made = await office.Do(new MakeApiToken(name ?? "", int.TryParse(days, out var d) ? d : 0), me);
            return await Page(http, office, me, p => p with { Made = made.Token });
        },
        found => Page(http, office, me, p => p with { TokenFound = found, TokenName = name, TokenDays = days ?? "" }));

    static async Task<IResult> Page(HttpContext http, Office office, Caller me, Func<Outcome, Outcome> say)
    {
        var said = say(new Outcome());
        return Forms.Page<ProfilePage>(new
        {
            Person = await office.Do(new ShowProfile(), me),
            Visits = await office.Do(new ListSignIns(Callers.TokenOf(http.Request)), me),
            Tokens = await office.Do(new ListApiTokens(), me),
            Now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            said.Found, said.TokenFound, said.TokenName, said.TokenDays, said.Made, said.PasswordChanged,
        }, [.. said.Found, .. said.TokenFound]);
    }
}
