using System.Text.Json.Serialization;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>A link of the chain from what is expected to what is perceived.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GapLevel>))]
public enum GapLevel { Expected, Believed, Demanded, Delivered, Perceived }

/// <summary>The levels of one indicator, dimension or index in one unit, and the five gaps between them; each gap over the indicators that both its levels are known of.</summary>
public sealed record GapLine
{
    public required Figure Expected { get; init; }
    /// <summary>What management believes that customers expect.</summary>
    public required Figure Believed { get; init; }
    /// <summary>Set by standards: without error, n counts them.</summary>
    public required Figure Demanded { get; init; }
    public required Figure Delivered { get; init; }
    public required Figure Perceived { get; init; }
    public required Figure Promised { get; init; }
    /// <summary>Gap 1, expected less believed. Positive gaps fall short.</summary>
    public required Figure Knowledge { get; init; }
    /// <summary>Gap 2, believed less demanded.</summary>
    public required Figure Standards { get; init; }
    /// <summary>Gap 3, demanded less delivered.</summary>
    public required Figure Delivery { get; init; }
    /// <summary>Gap 4, promised less delivered.</summary>
    public required Figure Communication { get; init; }
    /// <summary>Gap 5, expected less perceived.</summary>
    public required Figure Service { get; init; }
    /// <summary>How many indicators there are below.</summary>
    public required int Indicators { get; init; }
    /// <summary>Over the indicators with all links; null when none has them.</summary>
    public GapSum? Chain { get; init; }
    public required IReadOnlyList<MissingLinks> Missing { get; init; }

    [JsonIgnore] public IReadOnlyList<Figure> Gaps => [Knowledge, Standards, Delivery, Communication, Service];

    // What was measured at too few is withheld by the wave or the encounters already.
    internal static Figure Shown(Estimate estimate) => Figure.Of(estimate, 1);
}

/// <summary>Gap 5 as the sum of the gaps behind it, exact: knowledge + standards + delivery + reception = service.</summary>
/// <param name="Reception">Delivered less perceived.</param>
/// <param name="Over">Codes of the indicators that it is taken over.</param>
public sealed record GapSum(Figure Knowledge, Figure Standards, Figure Delivery, Figure Reception, Figure Service, IReadOnlyList<string> Over)
{
    internal static GapSum? Of(ServiceGaps gaps, IReadOnlyList<string> over) => !gaps.IsWhole ? null :
        new(GapLine.Shown(gaps.Knowledge), GapLine.Shown(gaps.Standards), GapLine.Shown(gaps.Delivery), GapLine.Shown(gaps.Reception), GapLine.Shown(gaps.Service), over);
}

public sealed record MissingLinks(string Indicator, IReadOnlyList<GapLevel> Levels);
