using System.Globalization;
using Regard.Metrics;
using Regard.Web.Loyalty.Pay;
namespace Regard.Web.Metrics;

/// <summary>What was typed of a series.</summary>
public sealed record SeriesTyped
{
    public string? New { get; init; }
    public string? Code { get; init; }
    public string? Kind { get; init; }
    public string? Granularity { get; init; } = nameof(Regard.Metrics.Granularity.Month);
    public string? UnitOfMeasure { get; init; }
    public string? Simplified { get; init; }
    public string? Traditional { get; init; }
    /// <summary>In English.</summary>
    public string? Names { get; init; }
    public string? HigherIsBetter { get; init; } = "true";
    public string? IsShare { get; init; }
    public string? LimitValue { get; init; }
    public string? IndicatorCode { get; init; }
    public string? Worst { get; init; }
    public string? Best { get; init; }
    public string? Called { get; init; }

    public Series ToSeries() => new()
    {
        Code = Code?.Trim() ?? "", Names = new Text(new[] { ("zh-Hans", Simplified), ("zh-Hant", Traditional), ("en", Names) }.Where(n => !string.IsNullOrWhiteSpace(n.Item2)).ToDictionary(n => n.Item1, n => n.Item2!.Trim())),
        UnitOfMeasure = UnitOfMeasure?.Trim() ?? "", Kind = Enum.TryParse<SeriesKind>(Kind, out var kind) ? kind : (SeriesKind)(-1), Granularity = Enum.TryParse<Granularity>(Granularity, out var g) ? g : (Granularity)(-1),
        HigherIsBetter = HigherIsBetter == "true", IsShare = IsShare == "true", LimitValue = Typed.Number(LimitValue, "LimitValue"), IndicatorCode = IndicatorCode,
        Worst = Typed.Number(Worst, "Worst"), Best = Typed.Number(Best, "Best"), Called = (Called ?? "").Replace("\r", "", StringComparison.Ordinal),
    };

    public static SeriesTyped Of(Series s) => new()
    {
        Code = s.Code, Kind = s.Kind.ToString(), Granularity = s.Granularity.ToString(), UnitOfMeasure = s.UnitOfMeasure, Simplified = s.Names.GetValueOrDefault("zh-Hans"), Traditional = s.Names.GetValueOrDefault("zh-Hant"), Names = s.Names.GetValueOrDefault("en"),
        HigherIsBetter = s.HigherIsBetter ? "true" : "false", IsShare = s.IsShare ? "true" : "false", LimitValue = Said(s.LimitValue), IndicatorCode = s.IndicatorCode, Worst = Said(s.Worst), Best = Said(s.Best), Called = s.Called,
    };

    static string? Said(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>What was typed of one value.</summary>
public sealed record PointTyped
{
    /// <summary>The unit of the page.</summary>
    public string? At { get; init; }
    public string? Unit { get; init; }
    public string? Day { get; init; }
    public string? Value { get; init; }
    public string? N { get; init; }
    public string? Source { get; init; }

    public PointLine ToLine() => new(Typed.Unit(Unit), Typed.Day(Day, "Day"), Typed.Number(Value, "Value") ?? throw new Invalid("Value", "Give the value as a number."), (long?)Typed.Number(N, "N"), Source);
}
