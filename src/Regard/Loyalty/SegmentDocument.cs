using System.Text.Json;
using System.Text.Json.Serialization;
namespace Regard.Loyalty;

/// <summary>Who belongs to a segment, as it is kept: by a rule, or by the nearest of several centres.</summary>
public sealed record SegmentDocument
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public int Schema { get; init; } = 1;
    public SegmentRule? Rule { get; init; }
    public SegmentCluster? Cluster { get; init; }

    [JsonIgnore] public SegmentKind Kind => Cluster is null ? SegmentKind.Rules : SegmentKind.Clusters;

    public string Write() => JsonSerializer.Serialize(this, json);

    public static SegmentDocument Read(string text)
    {
        try { return JsonSerializer.Deserialize<SegmentDocument>(text, json) ?? throw new JsonException(); }
        catch (JsonException) { throw new Invalid("Document", "This is not a segment that Regard can read."); }
    }

    internal IEnumerable<Problem> Problems()
    {
        if (Schema != 1 || Rule is null == Cluster is null) return [new("Document", "This is not a segment that Regard can read.")];
        return Rule?.Problems() ?? Cluster!.Problems();
    }
}
