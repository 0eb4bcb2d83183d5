using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Grades customers by another rule from now on; what was graded keeps the rule that it was graded by.</summary>
public sealed record SetGradeRule(GradeBasis Basis, GradeMethod Method, int Months, IReadOnlyList<double> Cuts) : Change<Id<GradeRule>>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => $"{Basis} {Method} {Months} {string.Join(' ', Cuts)}";
    internal override IEnumerable<Problem> Check() => GradeRule.Problems(Method, Months, Cuts);

    internal override async Task<Id<GradeRule>> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        var id = await LoyaltyStore.Add(s, Basis, Method, Months, Cuts);
        await AskForWorking.Ask(s);
        return id;
    }
}
