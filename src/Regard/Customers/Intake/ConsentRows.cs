using Regard.Files;
namespace Regard.Customers.Intake;

sealed class ConsentRows : OwnedRows
{
    static readonly object yes = true, no = false;

    readonly object?[] stamps;
    readonly int purposeAt, channelAt, dayAt;

    public ConsentRows(IntakeFile file, Dictionary<string, KnownCustomer> customers, Guid? by) : base(file, customers)
    {
        stamps = [by, Now];
        Fact("purpose", "purpose", () => Said(Sayings.Purpose, Words.Of("“{0}” is none of the purposes survey, service and marketing.", Short(Csv.Cell(file.Columns.Find("purpose"))))));
        Fact("channel", "channel", () => Said(Sayings.Channel, Words.Of("“{0}” is none of the channels email, sms, phone, chat and post.", Short(Csv.Cell(file.Columns.Find("channel"))))));
        Fact("given", "given", Given);
        Fact("said_on", "said_on", () => DayNeeded(past: true));
        Fact("source", "source", Text);
        (purposeAt, channelAt, dayAt) = (At("purpose"), At("channel"), At("said_on"));
    }

    protected override string TableName => "consents";
    protected override string NameColumn => "customer";
    protected override string[] Stamps => ["noted_by", "noted_at"];
    protected override object?[] StampValues => stamps;

    string? Said<T>(Func<string, T?> read, Words otherwise) where T : struct
    {
        if (Text() is { } text && read(text) is { } said) return said.ToString();
        Wrong(Header, otherwise);
        return null;
    }

    object? Given()
    {
        if (Text() is { } text && Sayings.Answer(text) is { } given) return given ? yes : no;
        Wrong(Header, Words.Of("Say yes or no."));
        return null;
    }

    /// <summary>One word a day on each purpose and channel: a second one that day stands in its place.</summary>
    protected override (Guid, string) Name()
    {
        var day = (DateOnly)Value(dayAt)!;
        return (ImportKeys.Of("consent", $"{Owner.Key}\u001f{Value(purposeAt)}\u001f{Value(channelAt)}\u001f{day:yyyy-MM-dd}"), $"{Value(purposeAt)} {Value(channelAt)}");
    }
}
