using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Web.Layout;
using Regard.Web.Security;
using Regard.Web.Ui;
namespace Regard.Web.SignIn;

static class SignInRoutes
{
    public static void MapSignIn(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/sign-in", Show);
        pages.MapPost("/sign-in", Enter).RequireRateLimiting(Limits.SignIn);
        pages.MapPost("/sign-out", Leave);
        pages.MapGet("/found", ShowFounding);
        pages.MapPost("/found", Found).RequireRateLimiting(Limits.SignIn);
        pages.MapGet("/join/{token}", async (string token, Office office, Caller me) => Forms.Page<JoinPage>(new { Token = token, Link = await office.Do(new ShowInvitation(token), me) })).RequireRateLimiting(Limits.SignIn);
        pages.MapPost("/join/{token}", Join).RequireRateLimiting(Limits.SignIn);

        var api = app.MapGroup("/api").WithTags("Sign-in");
        api.MapPost("/sign-in", EnterByProgram).RequireRateLimiting(Limits.SignIn).Produces<NewSignIn>();
        api.MapPost("/sign-out", (HttpRequest request, Office office, Caller me) => office.Do(new SignOut(Callers.TokenOf(request) ?? ""), me));
        api.MapPost("/sign-out-everywhere", (Office office, Caller me) => office.Do(new SignOutEverywhere(), me));
        api.MapGet("/company", (Office office, Caller me) => office.Do(new CompanyExists(), me));
        api.MapPost("/company", (FoundCompany asked, Office office, Caller me) => office.Do(asked, me)).RequireRateLimiting(Limits.SignIn);
        api.MapGet("/joining/{token}", (string token, Office office, Caller me) => office.Do(new ShowInvitation(token), me)).RequireRateLimiting(Limits.SignIn);
        api.MapPost("/joining/{token}", (string token, NewPassword chosen, Office office, Caller me) => office.Do(new AcceptInvitation(token, chosen.Password, chosen.Language), me)).RequireRateLimiting(Limits.SignIn);
    }

    sealed record Credentials(string Email, string Password, string? Device);
    sealed record NewSignIn(string Token);
    sealed record NewPassword(string Password, Language Language);

    static async Task<IResult> Show(string? back, Office office, Caller me)
    {
        if (!await office.Do(new CompanyExists(), me)) return TypedResults.LocalRedirect("/found");
        return me.Person is null ? Forms.Page<SignInPage>(new { Back = back }) : Onward(back, me);
    }

    static async Task<IResult> Enter([FromForm] string? email, [FromForm] string? password, [FromForm] string? back, HttpContext http, Office office, Caller me)
    {
        var answer = await Regard.Organisation.SignIn.With(office, email ?? "", password ?? "", DeviceOf(http), me);
        if (answer.Token is null)
        {
            IReadOnlyList<Problem> found = [new Problem("", answer.Refusal!)];
            return Forms.Page<SignInPage>(new { Email = email, Back = back, Found = found }, found);
        }
        return await Opened(answer.Token, back, http, office, me);
    }

    static async Task<IResult> EnterByProgram(Credentials sent, HttpContext http, Office office, Caller me)
    {
        var answer = await Regard.Organisation.SignIn.With(office, sent.Email ?? "", sent.Password ?? "", sent.Device ?? DeviceOf(http), me);
        return answer.Token is { } token ? TypedResults.Ok(new NewSignIn(token)) : throw new Refused(answer.Refusal!, forbidden: true);
    }

    static async Task<IResult> Leave(HttpContext http, Office office, Caller me)
    {
        if (me.Person is not null && Callers.TokenOf(http.Request) is { } token) await office.Do(new SignOut(token), me);
        http.Response.Cookies.Delete(Callers.Cookie);
        return TypedResults.LocalRedirect("/sign-in");
    }

    static async Task<IResult> ShowFounding(string? token, Office office, Caller me) => await office.Do(new CompanyExists(), me)
        ? TypedResults.LocalRedirect("/sign-in")
        : Forms.Page<FoundPage>(new { Asked = new FoundCompany("", "", "", "", "", me.Language) { Token = token } });

    static Task<IResult> Found([FromForm] string? token, [FromForm] string? name, [FromForm] string? code, [FromForm] string? administratorName, [FromForm] string? email, [FromForm] string? password, HttpContext http, Office office, Caller me)
    {
        var asked = new FoundCompany(name ?? "", code ?? "", administratorName ?? "", email ?? "", password ?? "", me.Language) { Token = token };
        return Forms.Try(
            async () => { await office.Do(asked, me); return await Enter(email, password, "/organisation", http, office, me); },
            found => Task.FromResult(Forms.Page<FoundPage>(new { Asked = asked, Found = found }, found)));
    }

    static Task<IResult> Join(string token, [FromForm] string? password, [FromForm] string? language, HttpContext http, Office office, Caller me) => Forms.Try(
        async () =>
        {
            var person = await office.Do(new AcceptInvitation(token, password ?? "", Languages.FromTag(language) ?? me.Language), me);
            return await Enter(person.Email, password, null, http, office, me);
        },
        async found => Forms.Page<JoinPage>(new { Token = token, Link = await office.Do(new ShowInvitation(token), me), Found = found }, found));

    static async Task<IResult> Opened(string token, string? back, HttpContext http, Office office, Caller visitor)
    {
        http.Response.Cookies.Append(Callers.Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Stay.Longest, IsEssential = true });
        return Onward(back, await WhoIs.Ask(office, token, visitor) ?? visitor);
    }

    /// <summary>Where the person wanted to go, else the first page that is theirs; never to another site.</summary>
    static IResult Onward(string? back, Caller me) =>
        TypedResults.LocalRedirect(back is ['/', not '/' and not '\\', ..] ? back : NavLinks.For(me).First().Links[0].Path);

    static string DeviceOf(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        return agent.Length > 0 ? Device.Said(agent) : "?";
    }
}
