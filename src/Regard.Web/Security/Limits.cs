using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;
namespace Regard.Web.Security;

/// <summary>How often one address may ask for what is costly or guessable.</summary>
static class Limits
{
    public const string SignIn = "sign-in", Respond = "respond", Complain = "complain", Track = "track";

    public static void AddLimits(this IServiceCollection services)
    {
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(SignIn, http => PerMinute(http, Setting("REGARD_LIMIT_SIGN_IN", 20)));
            o.AddPolicy(Respond, http => PerMinute(http, Setting("REGARD_LIMIT_RESPOND", 600)));
            o.AddPolicy(Complain, http => PerMinute(http, Setting("REGARD_LIMIT_COMPLAIN", 30)));
            o.AddPolicy(Track, http => PerMinute(http, Setting("REGARD_LIMIT_TRACK", 60)));
            o.OnRejected = (context, _) => { context.HttpContext.Response.Headers.RetryAfter = "60"; return new(Refusals.Answer(context.HttpContext, 429, [Words.Of("Too many requests. Please wait a minute and try again.")])); };
        });
    }

    static RateLimitPartition<string> PerMinute(HttpContext http, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });

    static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : usual;
}
