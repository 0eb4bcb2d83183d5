using System.Globalization;
using Regard.Files;
namespace Regard.Customers.Intake;

sealed class WalletRows : OwnedRows
{
    static readonly object yes = true, no = false;

    readonly object?[] stamps;
    readonly int dayAt, shareAt, firstAt;

    public WalletRows(IntakeFile file, Dictionary<string, KnownCustomer> customers, Guid? by) : base(file, customers)
    {
        stamps = [by, Now];
        Fact("said_on", "said_on", () => DayNeeded(past: true));
        Fact("share", "share", Share);
        Fact("first_choice", "first_choice", First);
        Fact("source", "source", Text);
        (dayAt, shareAt, firstAt) = (At("said_on"), At("share"), At("first_choice"));
    }

    protected override string TableName => "wallets";
    protected override string NameColumn => "customer";
    protected override string[] Stamps => ["noted_by", "noted_at"];
    protected override object?[] StampValues => stamps;

    object? Share()
    {
        if (Text()?.TrimEnd('%', ' ', '％') is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 100) return share / 100;
        Wrong(Header, Words.Of("“{0}” is no share from 0 to 100.", Short(text)));
        return null;
    }

    object? First()
    {
        if (Text() is not { } text) return null;
        if (Sayings.Answer(text) is { } given) return given ? yes : no;
        Wrong(Header, Words.Of("Say yes or no."));
        return null;
    }

    protected override void Judge()
    {
        if (Value(shareAt) is null && Value(firstAt) is null) Wrong("share", Words.Of("Give the share, or whether we are the first choice."));
    }

    /// <summary>One word a day: a second one that day stands in its place.</summary>
    protected override (Guid, string) Name()
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{(DateOnly)Value(dayAt)!:yyyy-MM-dd}");
        return (ImportKeys.Of("wallet", $"{Owner.Key}\u001f{day}"), day);
    }
}
