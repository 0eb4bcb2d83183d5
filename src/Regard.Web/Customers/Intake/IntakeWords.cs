using Regard.Customers.Intake;
using Regard.Files;
namespace Regard.Web.Customers.Intake;

static class IntakeWords
{
    public static Words Said(this ImportKind kind) => Words.Of(kind switch
    {
        ImportKind.Customers => "Customers and accounts",
        ImportKind.Assets => "Vehicles and other assets",
        ImportKind.Contracts => "Contracts of customers",
        ImportKind.Events => "Purchases and other events",
        ImportKind.Needs => "Needs of customers",
        ImportKind.Certificates => "Certificates of colleagues",
        ImportKind.Metrics => "Values of measured series",
        ImportKind.Wallets => "Shares of wallet and first choice",
        _ => "Consents of customers",
    });

    /// <summary>A column as the reader's template calls it.</summary>
    public static string Header(this ImportKind kind, string column, Language language) =>
        IntakeColumns.Of(kind).FirstOrDefault(c => c.IsCalled(column))?.Header(language) ?? column;

    public static Words Said(this RowOutcome outcome) => Words.Of(outcome switch
    {
        RowOutcome.Added => "added",
        RowOutcome.Updated => "updated",
        RowOutcome.Unchanged => "unchanged",
        _ => "turned away",
    });

    public static Words Said(this Likeness because) => Words.Of(because switch { Likeness.Phone => "same phone number", Likeness.Email => "same e-mail address", _ => "same plate" });
}
