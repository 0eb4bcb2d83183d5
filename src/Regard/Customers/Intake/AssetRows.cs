using Regard.Files;
namespace Regard.Customers.Intake;

sealed class AssetRows : OwnedRows
{
    readonly Dictionary<Guid, object> held;
    readonly int idAt, fromAt, untilAt;

    /// <param name="held">The assets of the file that a customer holds today, and who.</param>
    public AssetRows(IntakeFile file, Dictionary<string, KnownCustomer> customers, Dictionary<Guid, object> held) : base(file, customers)
    {
        (this.held, idAt) = (held, file.Columns.Find("asset_id"));
        Fact("external_id", "asset_id", () => Needed(Words.Of("Say which asset this is.")));
        Fact("kind", "kind", () => Needed(Words.Of("Say what kind of asset this is.")));
        Fact("model", "model", Text);
        Fact("plate", "plate", () => Canonical.Code(Text()));
        Fact("serial", "serial", () => Text()?.ToUpperInvariant());
        Fact("from_day", "from", () => Day());
        Fact("until_day", "until", () => Day());
        (fromAt, untilAt) = (At("from_day"), At("until_day"));
    }

    protected override string TableName => "assets";
    protected override string NameColumn => "asset_id";

    protected override void Judge()
    {
        if (fromAt >= 0 && untilAt >= 0 && Value(fromAt) is DateOnly from && Value(untilAt) is DateOnly until && until < from) Wrong("until", Words.Of("{0:yyyy-MM-dd} lies before the beginning, {1:yyyy-MM-dd}.", until, from));
        if (Csv.Cell(idAt) is { Length: > 0 } said && held.TryGetValue(ImportKeys.Of("asset", said), out var holder) && !holder.Equals(Owner.Key))
            Wrong("customer", Words.Of("The asset {0} belongs to another customer. Give the day until which it does first.", Short(said)));
    }

    protected override (Guid, string) Name() => (ImportKeys.Of("asset", Csv.Cell(idAt)), Csv.Cell(idAt));
}
