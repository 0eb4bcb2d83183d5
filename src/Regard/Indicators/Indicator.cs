using System.Text.Json.Serialization;
namespace Regard.Indicators;

[JsonConverter(typeof(JsonStringEnumConverter<Direction>))]
public enum Direction { HigherIsBetter, LowerIsBetter }

/// <summary>A node of the tree: the index at the root, dimensions below it, indicators at the leaves.</summary>
public sealed record Indicator
{
    public required string Code { get; init; }
    public string? ParentCode { get; init; }
    public required int Position { get; init; }
    /// <summary>Share of the parent, 0 to 1; the weights of siblings sum to 1.</summary>
    public required double Weight { get; init; }
    public required Direction Direction { get; init; }
    public required Text Names { get; init; }
}
