using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Writes a line into the ledger of what is spent for customers.</summary>
public sealed record AddCost(CostLine Line) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => $"{Line.Kind} {Line.FromDay:yyyy-MM-dd} {Line.LastDay:yyyy-MM-dd} {Line.Amount}";
    internal override IEnumerable<Problem> Check() => Line.Problems();

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.InCareToday(s, Line.UnitId, Permission.EditCustomerRules);
        if (await Customers.Currency.Of(s) is null) throw new Refused("Bring purchases with amounts first: until then nobody knows the currency.");
        if (!await Line.Keep(s)) throw new Refused("This very line stands in the ledger already.");
        if (Line.Points is not null) await AskForWorking.Ask(s);
        return default;
    }
}
