using Regard.Files;
namespace Regard.Customers.Intake;

sealed class ContractRows : OwnedRows
{
    readonly Dictionary<Guid, object> agreed;
    readonly FileCurrency currency;
    readonly int idAt, fromAt, untilAt, endedAt;

    /// <param name="agreed">The contracts of the file that are known, and whose they are.</param>
    public ContractRows(IntakeFile file, Dictionary<string, KnownCustomer> customers, Dictionary<Guid, object> agreed, FileCurrency currency) : base(file, customers)
    {
        (this.agreed, this.currency, idAt) = (agreed, currency, file.Columns.Find("contract_id"));
        Fact("external_id", "contract_id", () => Needed(Words.Of("Say which contract this is.")));
        Fact("kind", "kind", () => Needed(Words.Of("Say what is agreed.")));
        Fact("unit_id", "unit", Unit);
        Fact("from_day", "from", () => DayNeeded());
        Fact("until_day", "until", () => Day());
        Fact("ended_on", "ended_on", () => Day());
        Fact("ended_because", "ended_because", Text);
        Fact("yearly_amount", "yearly_amount", () => Amount(currency.Code));
        (fromAt, untilAt, endedAt) = (At("from_day"), At("until_day"), At("ended_on"));
    }

    protected override string TableName => "contracts";
    protected override string NameColumn => "contract_id";

    protected override void Judge()
    {
        if (Value(fromAt) is DateOnly from)
        {
            if (Value(untilAt) is DateOnly until && until < from) Wrong("until", Words.Of("{0:yyyy-MM-dd} lies before the beginning, {1:yyyy-MM-dd}.", until, from));
            if (Value(endedAt) is DateOnly ended && ended < from) Wrong("ended_on", Words.Of("{0:yyyy-MM-dd} lies before the beginning, {1:yyyy-MM-dd}.", ended, from));
            if (Owner.Since is { } since && from < since) Wrong("from", Words.Of("{0:yyyy-MM-dd} lies before {1:yyyy-MM-dd}, since when this is a customer.", from, since));
        }
        if (Csv.Cell(idAt) is { Length: > 0 } said && agreed.TryGetValue(ImportKeys.Of("contract", said), out var holder) && !holder.Equals(Owner.Key))
            Wrong("customer", Words.Of("The contract {0} is another customer's.", Short(said)));
        currency.Judge(Csv, Wrong);
    }

    protected override (Guid, string) Name() => (ImportKeys.Of("contract", Csv.Cell(idAt)), Csv.Cell(idAt));
}
