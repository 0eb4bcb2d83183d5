namespace Regard.Web.Layout;

/// <summary>One entry of the menu: shown to those who may use it.</summary>
/// <param name="Count">Address of a fragment that tells how much waits there.</param>
sealed record NavLink(string Name, string Path, string Icon, Permission Needs, string? Count = null);

/// <summary>A step of the loop, with what belongs to it.</summary>
/// <param name="Name">Null for what stands before all steps.</param>
sealed record NavGroup(string? Name, IReadOnlyList<NavLink> Links);

static class NavLinks
{
    static readonly NavGroup[] all =
    [
        new(null,
        [
            new("Overview", "/", "home", Permission.SeeResults),
            new("My work", "/work", "list-check", Permission.SignedIn, "/work/count"),
        ]),
        new("Listen",
        [
            new("Complaints", "/cases", "message", Permission.SeeCases, "/cases/count"),
            new("Hotline", "/calls", "message", Permission.HearCases),
            new("Call-backs", "/call-backs", "refresh", Permission.HandleCases),
            new("Surveys", "/surveys", "forms", Permission.SeeSurveys),
            new("Waves", "/waves", "calendar", Permission.SeeSurveys),
            new("Visits", "/visits", "eye", Permission.DoVisits),
            new("Field log", "/field-log", "file-text", Permission.SeeCases),
        ]),
        new("Measure",
        [
            new("Index", "/index", "chart-bar", Permission.SeeResults),
            new("Five gaps", "/gaps", "list-details", Permission.SeeResults),
            new("Standards", "/standards", "file-text", Permission.SeeResults),
            new("Promises", "/promises", "link", Permission.SeeResults),
            new("Metrics", "/metrics", "trending-down", Permission.SeeResults),
        ]),
        new("Understand",
        [
            new("Cockpit", "/cockpit", "chart-bar", Permission.SeeResults),
            new("Customers", "/customers", "user", Permission.SeeCustomers),
            new("Loyalty", "/loyalty", "trending-up", Permission.SeeCustomers),
        ]),
        new("Act",
        [
            new("Plans", "/plans", "target-arrow", Permission.SeePlans),
            new("Remedies", "/care", "heart-handshake", Permission.SeeCases),
            new("After complaints", "/after-complaints", "check", Permission.SeeCases),
            new("Praise and courage", "/recognition", "bulb", Permission.HearCases),
        ]),
        new("Set up",
        [
            new("Indicators", "/indicators", "hierarchy", Permission.SeeSurveys),
            new("Organisation", "/organisation", "sitemap", Permission.SeeOrganisation),
            new("People", "/people", "users", Permission.SeeOrganisation),
            new("Post", "/post", "mail", Permission.EditChannels),
            new("Audit", "/audit", "shield-check", Permission.SeeAudit),
        ]),
    ];

    public static IEnumerable<NavGroup> For(Caller caller) => all.Select(g => g with { Links = [.. g.Links.Where(l => caller.May(l.Needs))] }).Where(g => g.Links.Count > 0);
}
