using Regard.Organisation;
namespace Regard;

/// <summary>Who is asking, in which language, and which roles they hold over which units.</summary>
public sealed record Caller
{
    public Id<Person>? Person { get; init; }
    public required string Name { get; init; }
    public Language Language { get; init; }
    /// <summary>Where the request came in: page, api, command line, clock, respondent.</summary>
    public required string Origin { get; init; }
    public IReadOnlyList<RoleHeld> Roles { get; init; } = [];
    /// <summary>The installation itself: the clock, and the operator at the command line.</summary>
    public bool IsInstallation { get; init; }

    public static Caller Anyone(Language language, string origin = "page") => new() { Name = "", Language = language, Origin = origin };
    public static Caller Installation(string origin) => new() { Name = "regard", Origin = origin, IsInstallation = true };

    public bool May(Permission needed) => needed switch
    {
        Permission.Public => true,
        Permission.SignedIn => IsInstallation || Person is not null,
        _ => IsInstallation || Roles.Any(r => r.Role.Grants(needed)),
    };

    /// <summary>The units over whose subtrees the caller holds a permission.</summary>
    public IReadOnlyList<Id<Unit>> Over(Permission needed) => [.. Roles.Where(r => r.Role.Grants(needed)).Select(r => r.UnitId).Distinct()];
}
