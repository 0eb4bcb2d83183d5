using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Values customers over other years or by another discount.</summary>
public sealed record SetValueTerms(double Years, double YearlyDiscount) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => $"{Years} {YearlyDiscount}";

    internal override IEnumerable<Problem> Check()
    {
        if (!(Years is >= 0.25 and <= 20)) yield return new("Years", "Between a quarter of a year and {0} years.", 20);
        if (!(YearlyDiscount is >= 0 and <= 0.5)) yield return new("YearlyDiscount", "Between 0 and {0} %.", 50);
    }

    internal override async Task<Done> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        await new ValueTerms { Years = Years, YearlyDiscount = YearlyDiscount }.Keep(s);
        await AskForWorking.Ask(s);
        return default;
    }
}
