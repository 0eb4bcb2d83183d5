using System.Text.Json;
using System.Text.Json.Serialization;
using Regard.Cases;
using Regard.Organisation;
namespace Regard.Care;

/// <summary>What the holders of a role may give away without asking; what is left out fits all.</summary>
public sealed record Authority
{
    public required Role Role { get; init; }
    public string? Grade { get; init; }
    public Cause? Cause { get; init; }
    /// <summary>For one case in all, in the smallest unit of the currency.</summary>
    public required long Limit { get; init; }
    /// <summary>For one person in a calendar month, over all cases.</summary>
    public required long MonthlyPool { get; init; }

    public bool Fits(Role role, string grade, Cause? cause) => Role == role && (Grade is null || Grade == grade) && (Cause is null || Cause == cause);

    /// <summary>Of two rows that fit, the one that says more holds: the cause before the grade.</summary>
    [JsonIgnore] public int Weight => (Cause is null ? 0 : 2) + (Grade is null ? 0 : 1);
}

/// <summary>All authorities of one version.</summary>
public sealed record AuthorityRules
{
    public const long Most = 1_000_000_000_00;

    public required IReadOnlyList<Authority> Rows { get; init; }

    public static AuthorityRules None { get; } = new() { Rows = [] };

    /// <summary>The row that holds for somebody with these roles: of each role the one that says most, of those the most generous. Null without authority.</summary>
    public Authority? Of(IEnumerable<Role> roles, string grade, Cause? cause) =>
        roles.Distinct().Select(r => Rows.Where(a => a.Fits(r, grade, cause)).MaxBy(a => a.Weight)).OfType<Authority>().MaxBy(a => a.Limit);

    internal IEnumerable<Problem> Problems()
    {
        if (Rows.Any(a => a.Limit is < 0 or > Most || a.MonthlyPool is < 0 or > Most)) yield return new(nameof(Rows), "Amounts lie between zero and a billion.");
        if (Rows.Any(a => a.MonthlyPool < a.Limit)) yield return new(nameof(Rows), "What somebody may give in a month is not less than for one case.");
        if (Rows.Any(a => a.Grade is not null && !Loyalty.GradeRule.Grades.Contains(a.Grade))) yield return new(nameof(Rows), "The grades are A, B, C and D.");
        if (Rows.GroupBy(a => (a.Role, a.Grade, a.Cause)).Any(g => g.Count() > 1)) yield return new(nameof(Rows), "Two lines are for the same role, grade and cause.");
        if (Rows.Any(a => !a.Role.Grants(Permission.HandleCases))) yield return new(nameof(Rows), "Only roles that handle cases can be given authority.");
    }

    internal string Write() => JsonSerializer.Serialize(this, json);
    internal static AuthorityRules Read(string document) => JsonSerializer.Deserialize<AuthorityRules>(document, json)!;

    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);
}
