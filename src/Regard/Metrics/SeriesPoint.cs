using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>The value of a series for one unit and period.</summary>
public sealed record SeriesPoint
{
    public required string SeriesCode { get; init; }
    public required Id<Unit> UnitId { get; init; }
    /// <summary>The first of its period.</summary>
    public required DateOnly Day { get; init; }
    public required double Value { get; init; }
    /// <summary>What it was counted or averaged from; null when nobody said.</summary>
    public long? N { get; init; }
    public required string Source { get; init; }
    public Id<Person>? NotedBy { get; init; }
    public required DateTimeOffset NotedAt { get; init; }
}

/// <summary>A point as it comes in. Any day of the period stands for the period.</summary>
public sealed record PointLine(Id<Unit> UnitId, DateOnly Day, double Value, long? N = null, string? Source = null)
{
    internal const int LongestSource = 200;

    internal IEnumerable<Problem> Problems(Series series, DateOnly latest)
    {
        if (Day.Year is < 1900 or > 2200) yield return new("Day", "Choose a day.");
        else if (series.Granularity.Begin(Day) > latest) yield return new("Day", "{0:yyyy-MM-dd} lies in the future.", Day);
        if (!double.IsFinite(Value)) yield return new("Value", "Give the value as a number.");
        else if (series.IsShare && Value is (< 0 or > 100)) yield return new("Value", "A share lies between 0 and 100 %.");
        if (N is <= 0) yield return new("N", "n is a count from 1 on.");
        if (Source?.Length > LongestSource) yield return new("Source", "Keep it under {0} characters.", LongestSource);
    }
}

/// <summary>What stood there before a correction or a removal.</summary>
public sealed record PointBefore
{
    public required Id<Unit> UnitId { get; init; }
    public required DateOnly Day { get; init; }
    public required double Value { get; init; }
    public long? N { get; init; }
    public required string Source { get; init; }
    public required DateTimeOffset ReplacedAt { get; init; }
    public string? ReplacedBy { get; init; }
}
