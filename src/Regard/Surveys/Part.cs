using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>Which side of an indicator a rating tells of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Part>))]
public enum Part
{
    Perceived, Expected, Importance,
    /// <summary>Satisfaction all in all.</summary>
    Overall,
    /// <summary>High is much effort, unless the item is reversed.</summary>
    Effort,
    /// <summary>Only of the NPS item.</summary>
    Recommendation,
    /// <summary>Something beside the service, such as how grave a problem was; it counts in no index.</summary>
    Other,
    /// <summary>What was done or offered, as somebody saw it; it counts in no index of what customers perceive.</summary>
    Delivered,
}
