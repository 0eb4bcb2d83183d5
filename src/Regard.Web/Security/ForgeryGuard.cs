using Microsoft.AspNetCore.Antiforgery;
namespace Regard.Web.Security;

/// <summary>Marks addresses whose unguessable link is itself the permission to send: respondents carry no cookie.</summary>
sealed class LinkIsPermission;

static class ForgeryGuard
{
    /// <summary>Every form of a page must carry the token of this browser. Programs send a bearer token instead, which no other site can make a browser send.</summary>
    public static void UseForgeryGuard(this WebApplication app) => app.Use(async (http, next) =>
    {
        var safe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method);
        if (!safe && !http.Request.IsApi() && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<LinkIsPermission>() is null)
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        await next(http);
    });
}
