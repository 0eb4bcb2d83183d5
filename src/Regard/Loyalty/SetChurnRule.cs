using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Counts customers as lost by other days, in all of history.</summary>
public sealed record SetChurnRule(IReadOnlyDictionary<string, int> Days) : Change<Id<ChurnRule>>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => string.Join(' ', Days.Select(d => $"{d.Key}={d.Value}"));
    internal override IEnumerable<Problem> Check() => ChurnRule.Problems(Days);

    internal override async Task<Id<ChurnRule>> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        var id = await LoyaltyStore.Add(s, Days);
        await AskForWorking.Ask(s);
        return id;
    }
}
