using System.Globalization;
using Regard.Care;
using Regard.Cases;
using Regard.Organisation;
namespace Regard.Web.Care;

/// <summary>One line of the authorities as it was typed.</summary>
public sealed record AuthorityTyped
{
    const int MostLines = 100, Empty = 3;

    public string? Role { get; init; }
    public string? Grade { get; init; }
    public string? Cause { get; init; }
    public string? Limit { get; init; }
    public string? Pool { get; init; }

    /// <summary>What is in force, and some empty lines.</summary>
    public static IReadOnlyList<AuthorityTyped> Of(AuthoritiesView view)
    {
        var scale = (decimal)Math.Pow(10, Money.Decimals(view.Currency ?? ""));
        string Said(long minor) => (minor / scale).ToString("0.##", CultureInfo.InvariantCulture);
        var rows = view.Versions.Count > 0 ? view.Versions[0].Rules.Rows : [];
        return [.. rows.Select(a => new AuthorityTyped { Role = a.Role.ToString(), Grade = a.Grade, Cause = a.Cause?.ToString(), Limit = Said(a.Limit), Pool = Said(a.MonthlyPool) }), .. Enumerable.Repeat(new AuthorityTyped(), Empty)];
    }

    public static IReadOnlyList<AuthorityTyped> Read(IFormCollection sent) => [.. sent["Role"].Take(MostLines).Select((role, i) => new AuthorityTyped { Role = role, Grade = At(sent, "Grade", i), Cause = At(sent, "Cause", i), Limit = At(sent, "Limit", i), Pool = At(sent, "Pool", i) })];

    static string? At(IFormCollection sent, string name, int i) => i < sent[name].Count ? sent[name][i] : null;

    public static AuthorityRules Rules(IEnumerable<AuthorityTyped> lines, string currency) => new() { Rows = [.. lines.Where(l => !string.IsNullOrEmpty(l.Role)).Select(l => l.Read(currency))] };

    Authority Read(string currency) => new()
    {
        Role = Enum.TryParse<Role>(Role, out var role) ? role : (Role)(-1), Grade = string.IsNullOrEmpty(Grade) ? null : Grade, Cause = Enum.TryParse<Cause>(Cause, out var cause) ? cause : null,
        Limit = CareTyped.Amount(Limit, currency, "Limit"), MonthlyPool = CareTyped.Amount(Pool, currency, "Pool"),
    };
}

/// <summary>A budget as it was typed.</summary>
public sealed record BudgetTyped
{
    public string? Unit { get; init; }
    public string? FromMonth { get; init; }
    public string? Amount { get; init; }

    public SetBudget Read(string? currency) => new(Id<Unit>.TryParse(Unit, null, out var unit) ? unit : throw new Invalid("Unit", "Choose a unit."), CareTyped.Month(FromMonth) ?? throw new Invalid("FromMonth", "Give the month as 2031-01."), CareTyped.Amount(Amount, currency, "Amount"));
}

static class CareTyped
{
    public static DateOnly? Month(string? typed) => DateOnly.TryParseExact($"{typed}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    public static long Amount(string? typed, string? currency, string field) => Money.Read(typed ?? "", currency ?? "") ?? throw new Invalid(field, "{0} is no amount.", typed);
}
