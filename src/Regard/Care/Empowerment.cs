using System.Text.Json.Serialization;
using Regard.Cases;
using Regard.Organisation;
namespace Regard.Care;

/// <summary>Why somebody else has to agree.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AskReason>))]
public enum AskReason
{
    /// <summary>The fault was found to be the customer's or somebody else's.</summary>
    FaultNotOurs,
    NoAuthority, OverLimit, OverPool, OverBudget,
}

/// <summary>What a remedy is decided on.</summary>
public sealed record RemedyFacts
{
    /// <summary>Of the one who would give it, over the unit of the case.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }
    public required string Grade { get; init; }
    public Cause? Cause { get; init; }
    public required Fault Fault { get; init; }
    public required long Amount { get; init; }
    /// <summary>Given or asked for in this case before, by anybody: a remedy cut into pieces is still one.</summary>
    public required long SpentOnCase { get; init; }
    /// <summary>Given at once by this person in this calendar month.</summary>
    public required long SpentThisMonth { get; init; }
    /// <summary>Null where the unit has no budget.</summary>
    public long? BudgetLeft { get; init; }
}

/// <param name="Reasons">Empty: it is given now, without asking anybody.</param>
/// <param name="Limit">How much the giver may give in such a case; null without authority.</param>
public sealed record Ruling(IReadOnlyList<AskReason> Reasons, long? Limit)
{
    public bool AtOnce => Reasons.Count == 0;
}

/// <summary>Good faith by rule: small wrongs are put right on the spot, the rest takes one person's consent.</summary>
public static class Empowerment
{
    /// <summary>Both are needed to give at once: nobody has found the fault to be anybody else's, and the amount lies within the authority. What costs nothing is always given.</summary>
    public static Ruling Decide(RemedyFacts f, AuthorityRules rules)
    {
        var authority = rules.Of(f.Roles, f.Grade, f.Cause);
        if (f.Amount == 0) return new([], authority?.Limit);
        var reasons = new List<AskReason>();
        if (f.Fault is Fault.Customers or Fault.ThirdPartys) reasons.Add(AskReason.FaultNotOurs);
        if (authority is null) reasons.Add(AskReason.NoAuthority);
        else
        {
            if (f.SpentOnCase + f.Amount > authority.Limit) reasons.Add(AskReason.OverLimit);
            if (f.SpentThisMonth + f.Amount > authority.MonthlyPool) reasons.Add(AskReason.OverPool);
        }
        if (f.BudgetLeft is { } left && f.Amount > left) reasons.Add(AskReason.OverBudget);
        return new(reasons, authority?.Limit);
    }

    /// <summary>Whether somebody may agree to it: with a limit that reaches so far, or as an executive, who answers for the rules themselves.</summary>
    public static bool MayApprove(IReadOnlyList<Role> roles, RemedyFacts f, AuthorityRules rules) =>
        roles.Contains(Role.Executive) || (roles.Any(r => r.Grants(Permission.ManageCases)) && rules.Of(roles, f.Grade, f.Cause) is { } own && f.SpentOnCase + f.Amount <= own.Limit);
}
