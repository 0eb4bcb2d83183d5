namespace Regard.Loyalty;

/// <summary>The rules to work out by.</summary>
sealed record RulesInForce : Question<Rules>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<Rules> Run(Session s) => new(await LoyaltyStore.GradeRule(s), await LoyaltyStore.ChurnRule(s), await ValueTerms.Of(s));
}

/// <summary>Null where nobody has set one yet.</summary>
sealed record Rules(GradeRule? Grades, ChurnRule? Churn, ValueTerms Terms);
