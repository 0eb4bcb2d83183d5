using System.Text.Json;
using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>How it is known what was delivered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliverySource>))]
public enum DeliverySource { Visit, Metric, Check }

/// <summary>One time that the service was met and looked at. What it showed belongs together: between encounters levels are independent, within one they are not.</summary>
sealed record Encounter
{
    public required Id<Encounter> SourceId { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required DateOnly Day { get; init; }
    /// <summary>A JSON array of <see cref="Delivery"/>.</summary>
    public required string Levels { get; init; }

    [JsonIgnore] public IReadOnlyList<Delivery> Delivered => JsonSerializer.Deserialize<List<Delivery>>(Levels, JsonSerializerOptions.Web)!;

    public static string Pack(IReadOnlyList<Delivery> delivered) => JsonSerializer.Serialize(delivered, JsonSerializerOptions.Web);
}

/// <param name="Level">0 to 100.</param>
/// <param name="StandardId">The standard it was held against, if one.</param>
sealed record Delivery(string IndicatorCode, double Level, Guid? StandardId = null);
