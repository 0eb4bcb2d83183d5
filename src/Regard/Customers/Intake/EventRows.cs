using System.Globalization;
using Regard.Files;
namespace Regard.Customers.Intake;

sealed class EventRows : OwnedRows
{
    static readonly Dictionary<EventKind, string> names = EventKinds.All.ToDictionary(k => k, k => k.ToString());

    readonly HashSet<(object Customer, Guid Asset)> assets;
    readonly FileCurrency currency;
    readonly int assetAt, idAt, dayAt, faultAt, costAt;
    readonly Dictionary<UInt128, int> again = [];
    readonly KeySet once = new();
    readonly object?[] stamps;

    public EventRows(IntakeFile file, Dictionary<string, KnownCustomer> customers, HashSet<(object, Guid)> assets, FileCurrency currency) : base(file, customers)
    {
        (this.assets, this.currency, assetAt) = (assets, currency, file.Columns.Find("asset"));
        stamps = [Now];
        Fact("external_id", "event_id", Own);
        Fact("kind", "kind", Kind);
        Fact("day", "date", () => DayNeeded(past: true));
        Fact("unit_id", "unit", Unit);
        Fact("amount", "amount", () => Amount(currency.Code));
        Fact("profit", "profit", () => Amount(currency.Code, mayBeNegative: true));
        Fact("category", "category", Text);
        Fact("asset_id", "asset", Asset);
        Fact("words", "note", Note);
        Fact("fault", "fault", Text);
        Fact("cost", "cost", () => Amount(currency.Code));
        (idAt, dayAt, faultAt, costAt) = (At("external_id"), At("day"), At("fault"), At("cost"));
    }

    protected override string TableName => "events";
    protected override string NameColumn => "event_id";
    protected override string[] Stamps => ["created_at"];
    protected override object?[] StampValues => stamps;

    string? Kind()
    {
        var text = Text();
        if (text is not null && Sayings.Event(text) is { } kind) return names[kind];
        Wrong(Header, text is null ? Words.Of("Say what kind of event this is.") : Words.Of("“{0}” is none of the kinds purchase, work_order, visit, call, contract_start, contract_end, declined_sale and return.", Short(text)));
        return null;
    }

    object? Asset()
    {
        if (Cell.IsEmpty) return null;
        var said = Csv.Cell(assetAt);
        var key = ImportKeys.Of("asset", said);
        if (assets.Contains((Owner.Key, key))) return key;
        Wrong(Header, Words.Of("This customer has no asset {0}.", Short(said)));
        return null;
    }

    protected override void Judge()
    {
        if (Owner.Since is { } since && Value(dayAt) is DateOnly day && day < since) Wrong("date", Words.Of("{0:yyyy-MM-dd} lies before {1:yyyy-MM-dd}, since when this is a customer.", day, since));
        currency.Judge(Csv, Wrong);
    }

    /// <summary>Without an id of its own, an event is named by what its row says, and by how many such rows stand above it.</summary>
    protected override (Guid, string) Name()
    {
        if (Value(idAt) is string id) return (ImportKeys.Of("event", id), id);
        // Fault and cost came to these files later: rows without an id keep the names they had.
        var said = string.Join('\u001f', Values.Where((_, i) => i != faultAt && i != costAt).Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)));
        var (key, before) = (ImportKeys.Of("event-row", said), 0);
        if (!once.Add(Wide(key)))
        {
            before = again[Wide(key)] = again.GetValueOrDefault(Wide(key)) + 1;
            key = ImportKeys.Of("event-row", $"{said}\u001f{before}");
        }
        return (key, $"{Csv.Line}");
    }
}
