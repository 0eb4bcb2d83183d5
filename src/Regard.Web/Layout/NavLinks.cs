namespace Regard.Web.Layout;

/// <summary>One entry of the menu: shown to those who may use it.</summary>
/// <param name="Count">Address of a fragment that tells how much waits there.</param>
sealed record NavLink(string Name, string Path, string Icon, Permission Needs, string? Count = null);

static class NavLinks
{
    static readonly NavLink[] all =
    [
        new("Overview", "/", "home", Permission.SeeResults),
        new("My work", "/work", "list-check", Permission.SignedIn, "/work/count"),
        new("Complaints", "/cases", "message", Permission.SeeCases, "/cases/count"),
        new("Hotline", "/calls", "message", Permission.HearCases),
        new("Call-backs", "/call-backs", "refresh", Permission.HandleCases),
        new("After complaints", "/after-complaints", "check", Permission.SeeCases),
        new("Field log", "/field-log", "file-text", Permission.SeeCases),
        new("Praise and courage", "/recognition", "bulb", Permission.HearCases),
        new("Index", "/index", "chart-bar", Permission.SeeResults),
        new("Five gaps", "/gaps", "list-details", Permission.SeeResults),
        new("Standards", "/standards", "file-text", Permission.SeeResults),
        new("Promises", "/promises", "link", Permission.SeeResults),
        new("Cockpit", "/cockpit", "chart-bar", Permission.SeeResults),
        new("Metrics", "/metrics", "trending-down", Permission.SeeResults),
        new("Visits", "/visits", "eye", Permission.DoVisits),
        new("Customers", "/customers", "user", Permission.SeeCustomers),
        new("Loyalty", "/loyalty", "trending-up", Permission.SeeCustomers),
        new("Remedies", "/care", "heart-handshake", Permission.SeeCases),
        new("Plans", "/plans", "target-arrow", Permission.SeePlans),
        new("Surveys", "/surveys", "forms", Permission.SeeSurveys),
        new("Waves", "/waves", "calendar", Permission.SeeSurveys),
        new("Indicators", "/indicators", "hierarchy", Permission.SeeSurveys),
        new("Organisation", "/organisation", "sitemap", Permission.SeeOrganisation),
        new("People", "/people", "users", Permission.SeeOrganisation),
        new("Post", "/post", "mail", Permission.EditChannels),
        new("Audit", "/audit", "shield-check", Permission.SeeAudit),
    ];

    public static IEnumerable<NavLink> For(Caller caller) => all.Where(l => caller.May(l.Needs));
}
