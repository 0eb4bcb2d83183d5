using System.Text.Json.Serialization;
using Regard.Statistics;
namespace Regard.Measures;

public sealed record DriversView
{
    public required Standpoint At { get; init; }
    /// <summary>The nodes whose parts can be compared as drivers.</summary>
    public required IReadOnlyList<NodeLabel> Nodes { get; init; }
    public NodeLabel? Node { get; init; }
    /// <summary>The question that is explained.</summary>
    public Text? Outcome { get; init; }
    /// <summary>Its measure, as results have it.</summary>
    public string OutcomeMeasure { get; init; } = "index";
    /// <summary>Why there are no rows; null when there are.</summary>
    public Words? Reason { get; init; }
    /// <summary>Respondents behind it.</summary>
    public long N { get; init; }
    /// <summary>Share of the outcome's variance that the drivers explain, 0 to 1.</summary>
    public Figure? Explained { get; init; }
    /// <summary>Mean share: from where importance is high.</summary>
    public double ImportanceCross { get; init; }
    /// <summary>Mean score: from where performance is high.</summary>
    public double PerformanceCross { get; init; }
    /// <summary>The most important first.</summary>
    public IReadOnlyList<DriverRow> Rows { get; init; } = [];
}

public sealed record DriverRow
{
    public required NodeLabel Node { get; init; }
    /// <summary>Share of what is explained (LMG), 0 to 1; all rows add up to 1.</summary>
    public required Figure Share { get; init; }
    /// <summary>The same by Johnson's relative weights, as a check.</summary>
    public required Figure RelativeWeight { get; init; }
    /// <summary>Points of the outcome for a point of the driver, the others held equal.</summary>
    public required Figure Slope { get; init; }
    public required double Beta { get; init; }
    public required double Vif { get; init; }
    public required Figure Correlation { get; init; }
    public required int Rank { get; init; }
    public required int RankLower { get; init; }
    public required int RankUpper { get; init; }
    /// <summary>The score, 0 to 100.</summary>
    public required Figure Performance { get; init; }
    /// <summary>How important customers say it is, 0 to 100; unmeasured where they were not asked.</summary>
    public required Figure Stated { get; init; }
    [JsonConverter(typeof(JsonStringEnumConverter<Quadrant>))] public Quadrant? Quadrant { get; init; }
    /// <summary>Neither interval crosses the lines between the quadrants.</summary>
    public required bool IsSure { get; init; }
}
