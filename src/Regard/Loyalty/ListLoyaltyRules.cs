namespace Regard.Loyalty;

/// <summary>The rules by which customers were graded and counted as lost, the newest first.</summary>
public sealed record ListLoyaltyRules : Question<LoyaltyRules>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<LoyaltyRules> Run(Session s) => new(await LoyaltyStore.GradeRules(s), await LoyaltyStore.ChurnRules(s), await ValueTerms.Of(s), await Customers.Currency.Of(s),
        await s.Many<string>("select distinct segment from customers where segment <> '' order by segment"), await LoyaltyStore.LastWorking(s));
}

public sealed record LoyaltyRules(IReadOnlyList<GradeRule> Grades, IReadOnlyList<ChurnRule> Churn, ValueTerms Terms, string? Currency, IReadOnlyList<string> Segments, Working? Working)
{
    /// <summary>What the last working out would count by; null where it could not tell.</summary>
    public Patience? Suggestion => Working is { } w ? WorkingModels.Read(w.Models).Suggestion : null;
}
