using System.Text.Json.Serialization;
namespace Regard.Visits;

/// <summary>As what somebody was met.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoleMet>))]
public enum RoleMet { Receptionist, Adviser, Technician, Cashier, Other }

public static class RolesMet
{
    public static IReadOnlyList<RoleMet> All { get; } = Enum.GetValues<RoleMet>();

    public static Words Said(this RoleMet role) => Words.Of(role switch
    {
        RoleMet.Receptionist => "Receptionist",
        RoleMet.Adviser => "Adviser",
        RoleMet.Technician => "Technician",
        RoleMet.Cashier => "Cashier",
        _ => "Somebody else there",
    });
}
