using System.Globalization;
using System.Text.Json;
namespace Regard.Loyalty;

/// <summary>One of the reasons why a customer's risk differs from the average customer's.</summary>
/// <param name="Feature">Code of the feature.</param>
/// <param name="Value">As people say it; null where there is none to say.</param>
/// <param name="Level">Of a segment its name.</param>
/// <param name="Effect">On the log odds: over 0 raises the risk.</param>
public sealed record RiskCause(string Feature, double? Value, string? Level, double Effect)
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public bool Raises => Effect > 0;

    /// <summary>From a standing; empty for none.</summary>
    public static IReadOnlyList<RiskCause> Read(string? reasons) => reasons is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<RiskCause>>(reasons, json)!;
}

/// <summary>The same, small enough to keep one for each of a million customers. The feature is its place in the list; beyond it stands the segment.</summary>
readonly record struct FoundCause(byte Feature, float Value, float Effect)
{
    public static string Write(ReadOnlySpan<FoundCause> causes, string segment)
    {
        var text = new System.Text.StringBuilder("[");
        foreach (var cause in causes)
        {
            var isSegment = cause.Feature == RiskFeature.All.Count;
            text.Append(text.Length > 1 ? "," : "").Append("{\"feature\":\"").Append(isSegment ? RiskFeature.Segment : RiskFeature.All[cause.Feature].Code).Append('"');
            if (isSegment) text.Append(",\"level\":\"").Append(JsonEncodedText.Encode(segment)).Append('"');
            else if (!float.IsNaN(cause.Value)) text.Append(CultureInfo.InvariantCulture, $",\"value\":{cause.Value:0.###}");
            text.Append(CultureInfo.InvariantCulture, $",\"effect\":{cause.Effect:0.###}}}");
        }
        return text.Append(']').ToString();
    }
}
