using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>Who a programme asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience { Customer, Manager, Employee, Partner, Community }

public static class Audiences
{
    public static IReadOnlyList<Audience> All { get; } = Enum.GetValues<Audience>();

    /// <summary>They answer what customers answer too, so that both can be held against each other.</summary>
    public static bool Mirrors(this Audience audience) => audience is Audience.Manager or Audience.Employee;

    public static Words Said(this Audience audience) => Words.Of(audience switch
    {
        Audience.Customer => "Customers",
        Audience.Manager => "Managers",
        Audience.Employee => "Employees",
        Audience.Partner => "Suppliers and partners",
        _ => "Community",
    });
}
