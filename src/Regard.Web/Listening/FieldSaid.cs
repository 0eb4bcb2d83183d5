using Regard.Listening;
namespace Regard.Web.Listening;

/// <summary>How notes of the field log are said.</summary>
static class FieldSaid
{
    public static Words Said(this FieldKind kind) => Words.Of(kind switch
    {
        FieldKind.Interview => "Interview",
        FieldKind.TechnicalVisit => "Technical visit",
        FieldKind.RoundTable => "Round table of colleagues",
        _ => "Customers visit us",
    });

    public static Words Said(this StaffGroup group) => Words.Of(group switch
    {
        StaffGroup.Technical => "Technical staff",
        StaffGroup.FrontLine => "Front-line staff",
        StaffGroup.Administration => "Administrative staff",
        _ => "Trainers",
    });

    public static Words Said(this FieldSign sign) => Words.Of(sign switch
    {
        FieldSign.Good => "said to be good",
        FieldSign.Bad => "said to be bad",
        _ => "is needed",
    });

    public static string Tone(this FieldSign sign) => sign switch { FieldSign.Good => "bg-green-lt", FieldSign.Bad => "bg-red-lt", _ => "bg-azure-lt" };
}
