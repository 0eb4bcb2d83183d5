using System.Text.Json.Serialization;
namespace Regard.Cases;

/// <summary>The seven P of the marketing mix, of services.</summary>
/// <remarks>Booms and Bitner (1981).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<MarketingMix>))]
public enum MarketingMix
{
    Product, Price, Promotion,
    /// <summary>Where and when the service can be had.</summary>
    Place,
    People,
    /// <summary>Rooms, devices, papers: what can be seen and touched.</summary>
    PhysicalEvidence,
    Process,
}
