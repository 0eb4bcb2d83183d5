using System.Text.Json.Serialization;
namespace Regard.Loyalty;

[JsonConverter(typeof(JsonStringEnumConverter<SegmentKind>))]
public enum SegmentKind { Rules, Clusters }

/// <summary>Customers who have something in common, under a name. Who belongs to it is read from the standings whenever it is asked.</summary>
public sealed record SavedSegment
{
    public const int LongestName = 100;

    public required Id<SavedSegment> Id { get; init; }
    public required long Number { get; init; }
    public required string Name { get; init; }
    public required SegmentKind Kind { get; init; }
    public required SegmentDocument Document { get; init; }
    /// <summary>Counts up with each saving, so that only one of two editors saves.</summary>
    public required long Revision { get; init; }
    public string? SavedBy { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }
}
