using Regard.Customers;
using Regard.Loyalty;
using Regard.Statistics;
namespace Regard.Web.Customers;

/// <summary>What the kinds of the area are called.</summary>
static class CustomerSaid
{
    public static Words Said(this CustomerKind kind) => Words.Of(kind switch
    {
        CustomerKind.Person => "Private person",
        CustomerKind.Account => "Account",
        CustomerKind.Supplier => "Supplier",
        _ => "Partner",
    });

    public static string Colour(this CustomerState state) => state switch
    {
        CustomerState.New => "bg-azure-lt",
        CustomerState.Active => "bg-green-lt",
        CustomerState.Overdue => "bg-yellow-lt",
        CustomerState.Lost => "bg-red-lt",
        _ => "bg-secondary-lt",
    };

    public static Words Said(this Purpose purpose) => Words.Of(purpose switch
    {
        Purpose.Survey => "Being asked in surveys",
        Purpose.Service => "Service and reminders",
        _ => "Advertising and offers",
    });

    public static Words Said(this Channel channel) => Words.Of(channel switch
    {
        Channel.Email => "E-mail",
        Channel.Sms => "Text message",
        Channel.Phone => "By phone",
        Channel.Chat => "Chat app",
        _ => "By post",
    });

    public static Words Said(this NoteKind kind) => Words.Of(kind switch
    {
        NoteKind.Need => "What the customer needs",
        NoteKind.Choice => "A choice put to the customer",
        _ => "Remark about the customer",
    });

    public static Words Said(this TimelinePart part) => Words.Of(part switch
    {
        TimelinePart.Everything => "Everything",
        TimelinePart.Purchases => "All purchases",
        TimelinePart.Answers => "Survey answers",
        TimelinePart.Contracts => "Contracts",
        TimelinePart.Notes => "Notes",
        TimelinePart.Consents => "Consent",
        TimelinePart.Cases => "Cases",
        _ => "Grades",
    });

    public static Words Said(this CustomerSort sort) => Words.Of(sort switch
    {
        CustomerSort.Worth => "Worth most first",
        CustomerSort.LastPurchase => "Bought last first",
        CustomerSort.NextPurchase => "Expected soonest first",
        _ => "Added last first",
    });

    public static Words Said(this TwinReason reason) => Words.Of(reason switch
    {
        TwinReason.Phone => "Same phone number",
        TwinReason.Email => "Same e-mail address",
        TwinReason.Plate => "Same plate number",
        TwinReason.Serial => "Same serial number",
        TwinReason.Name => "Same name",
        TwinReason.RareNameAtUnit => "Same rare name at the same unit",
        _ => "Names differ",
    });
}
