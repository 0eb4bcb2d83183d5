using Regard.Cases;
using Regard.Customers;
namespace Regard.Care;

/// <summary>What was given in a case, and what the caller may give in it without asking.</summary>
public sealed record ShowRemedies(long Number) : Question<RemediesView>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<RemediesView> Run(Session s)
    {
        var whole = await new ShowCase(Number).Run(s);
        var given = await CareStore.OfCase(s, whole.Case);
        var facts = await RemedyDesk.Facts(s, whole.Case, given, 0);
        var (_, rules) = await CareStore.RulesNow(s);
        var own = rules.Of(facts.Roles, facts.Grade, facts.Cause);
        return new()
        {
            Number = Number, Currency = await Currency.Of(s), Catalogue = await RemedyStore.All(s), Wants = whole.Case.Wants, Fault = whole.Case.Fault,
            Gestures = whole.SeesPersonalData ? given : [.. given.Select(g => g with { Words = PersonalData.Masked(g.Words)! })],
            Limit = own?.Limit, LeftOnCase = own is null ? null : Math.Max(0, own.Limit - facts.SpentOnCase), LeftOfPool = own is null ? null : Math.Max(0, own.MonthlyPool - facts.SpentThisMonth), BudgetLeft = facts.BudgetLeft,
            MayGive = whole.MayHandle && whole.Case.IsOpen && s.Caller.Person is not null,
            MayJudge = [.. given.Where(g => g.State == GestureState.Awaiting && g.AskedBy != s.Caller.Person && whole.MayManage && Empowerment.MayApprove(facts.Roles, facts with { Amount = g.Amount, SpentOnCase = facts.SpentOnCase - g.Amount }, rules)).Select(g => g.Id)],
        };
    }
}

public sealed record RemediesView
{
    public required long Number { get; init; }
    public string? Currency { get; init; }
    public required IReadOnlyList<Remedy> Catalogue { get; init; }
    public Wish? Wants { get; init; }
    public required Fault Fault { get; init; }
    public required IReadOnlyList<Gesture> Gestures { get; init; }
    /// <summary>For one case in all; null without authority.</summary>
    public long? Limit { get; init; }
    public long? LeftOnCase { get; init; }
    public long? LeftOfPool { get; init; }
    /// <summary>Null where the unit has no budget.</summary>
    public long? BudgetLeft { get; init; }
    public required bool MayGive { get; init; }
    /// <summary>Those that wait for consent and that the caller may decide on.</summary>
    public required IReadOnlyList<Id<Gesture>> MayJudge { get; init; }

    /// <summary>How much can be given now without asking anybody.</summary>
    public long? AtOnce => LeftOnCase is { } left && LeftOfPool is { } pool && Fault is not (Fault.Customers or Fault.ThirdPartys) ? Math.Min(Math.Min(left, pool), Math.Max(0, BudgetLeft ?? long.MaxValue)) : null;

    /// <summary>What fits what the customer wants comes first.</summary>
    public IReadOnlyList<GestureKind> Suggested => Wants switch
    {
        Wish.Compensation => [GestureKind.Refund, GestureKind.Discount, GestureKind.Coupon],
        Wish.Redo => [GestureKind.Redo, GestureKind.Replace],
        Wish.Respect => [GestureKind.Apology, GestureKind.Note],
        Wish.Both => [GestureKind.Apology, GestureKind.Refund, GestureKind.Note],
        _ => [],
    };
}
