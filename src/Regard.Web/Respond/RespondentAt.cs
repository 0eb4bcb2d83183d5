using Regard.Surveys;
namespace Regard.Web.Respond;

/// <summary>A respondent and where their pages are.</summary>
sealed record RespondentAt
{
    const string Cookie = "regard-answer";

    public required Respondent Who { get; init; }
    public required string Path { get; init; }
    public string? Token { get; init; }
    /// <summary>Sent along when the browser keeps no cookie.</summary>
    public Guid? Key { get; init; }

    public static RespondentAt Personal(string token) => new() { Who = Respondent.ByLink(token), Path = $"/r/{Uri.EscapeDataString(token)}", Token = token };

    /// <summary>A browser answers an open link under a random key of its own, kept until it is asked to begin anew.</summary>
    public static RespondentAt Open(string link, string? unit, HttpContext http)
    {
        var root = $"/o/{Uri.EscapeDataString(link)}";
        var kept = Guid.TryParse(http.Request.Cookies[Cookie], out var known) && known != Guid.Empty;
        var anew = HttpMethods.IsGet(http.Request.Method) && http.Request.Query.ContainsKey("new");
        var sent = http.Request.HasFormContentType ? http.Request.Form["key"].ToString() : http.Request.Query["key"].ToString();
        var key = kept && !anew ? known : Guid.TryParse(sent, out var carried) && carried != Guid.Empty && !anew ? carried : Guid.NewGuid();
        if (!kept || anew) http.Response.Cookies.Append(Cookie, key.ToString(), new() { Path = root, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(60), IsEssential = true, Secure = http.Request.IsHttps });
        return new() { Who = Respondent.ByOpenLink(link, key, unit), Path = unit is null ? root : $"{root}/{Uri.EscapeDataString(unit)}", Key = kept ? null : key };
    }

    public string To(int page, bool check = false) => $"{Path}?page={page}{(Key is { } key ? $"&key={key}" : "")}{(check ? "&check=1" : "")}";
}
