using System.Text.Json.Serialization;
namespace Regard.Metrics;

[JsonConverter(typeof(JsonStringEnumConverter<SeriesKind>))]
public enum SeriesKind
{
    /// <summary>Of the running business: queue times, abandoned calls, transfers, rework.</summary>
    Operational,
    /// <summary>Of the market, prices, the economy: seen by everybody below the unit it is told of.</summary>
    Outside,
    Staff,
    Cash,
    /// <summary>An item of the manufacturer's own monthly score.</summary>
    Manufacturer,
    Competitor,
}

/// <summary>How long a period is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Granularity>))]
public enum Granularity { Day, Week, Month, Quarter }

/// <summary>A figure that is measured again and again, of units or of the whole company.</summary>
public sealed record Series
{
    public required string Code { get; init; }
    public required Text Names { get; init; }
    /// <summary>As people write it: min, %, CNY.</summary>
    public required string UnitOfMeasure { get; init; }
    public required SeriesKind Kind { get; init; }
    public required Granularity Granularity { get; init; }
    public required bool HigherIsBetter { get; init; }
    /// <summary>Values are per cent of the n that they were counted from.</summary>
    public bool IsShare { get; init; }
    /// <summary>What customers' indicator it tells the delivered level of.</summary>
    public string? IndicatorCode { get; init; }
    /// <summary>Kept when the value lies on its good side, or on it.</summary>
    public double? LimitValue { get; init; }
    /// <summary>The value that is worth 0, and the one that is worth 100.</summary>
    public double? Worst { get; init; }
    public double? Best { get; init; }
    /// <summary>Further names in files, such as those of the manufacturer's items; one a line.</summary>
    public string Called { get; init; } = "";
    /// <summary>Regard works it out itself; nobody writes into it.</summary>
    public bool WorkedOut { get; init; }

    /// <summary>What a value says of the level delivered, 0 to 100; null when the series does not say how.</summary>
    public double? Level(double value) =>
        Worst is { } worst && Best is { } best ? Math.Clamp(100 * (value - worst) / (best - worst), 0, 100)
        : IsShare ? Math.Clamp(HigherIsBetter ? value : 100 - value, 0, 100)
        : LimitValue is { } limit ? (HigherIsBetter ? value >= limit : value <= limit) ? 100 : 0
        : null;

    internal IEnumerable<string> OtherNames => Called.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

public static class SeriesWords
{
    public static IReadOnlyList<SeriesKind> Kinds { get; } = Enum.GetValues<SeriesKind>();
    public static IReadOnlyList<Granularity> Granularities { get; } = Enum.GetValues<Granularity>();

    public static Words Said(this SeriesKind kind) => Words.Of(kind switch
    {
        SeriesKind.Operational => "Operational figure",
        SeriesKind.Outside => "Outside figure",
        SeriesKind.Staff => "Staff figure",
        SeriesKind.Cash => "Cash figure",
        SeriesKind.Manufacturer => "Manufacturer's score",
        _ => "Competitor's figure",
    });

    public static Words Said(this Granularity granularity) => Words.Of(granularity switch
    {
        Granularity.Day => "by day",
        Granularity.Week => "by week",
        Granularity.Month => "by month",
        _ => "by quarter",
    });
}
