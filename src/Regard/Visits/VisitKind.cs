using System.Text.Json.Serialization;
using Regard.Surveys;
namespace Regard.Visits;

[JsonConverter(typeof(JsonStringEnumConverter<VisitKind>))]
public enum VisitKind
{
    /// <summary>As a customer whom nobody knows.</summary>
    Mystery,
    /// <summary>Showroom, lounge, workshop, office.</summary>
    Hygiene,
    Appearance,
    /// <summary>Premises and equipment: what is broken becomes a fault ticket.</summary>
    Hardware,
    CallCheck,
    /// <summary>A unit asks itself how it hurts customers.</summary>
    SelfAudit,
    Other,
}

public static class VisitKinds
{
    public static IReadOnlyList<VisitKind> All { get; } = Enum.GetValues<VisitKind>();

    public static Words Said(this VisitKind kind) => Words.Of(kind switch
    {
        VisitKind.Mystery => "Mystery visit",
        VisitKind.Hygiene => "Hygiene round",
        VisitKind.Appearance => "Appearance and manners",
        VisitKind.Hardware => "Premises and equipment",
        VisitKind.CallCheck => "Call check",
        VisitKind.SelfAudit => "Self-audit",
        _ => "Another visit",
    });

    /// <summary>The form to start from.</summary>
    public static string? Template(this VisitKind kind) => kind switch
    {
        VisitKind.Mystery => FormTemplate.Reception,
        VisitKind.Hygiene => FormTemplate.Hygiene,
        VisitKind.Appearance => FormTemplate.Appearance,
        VisitKind.Hardware => FormTemplate.Hardware,
        VisitKind.CallCheck => FormTemplate.CallCheck,
        VisitKind.SelfAudit => FormTemplate.SelfAudit,
        _ => null,
    };
}
