namespace Regard.Metrics;

/// <summary>The series that Regard works out of work orders.</summary>
public static class ReworkSeries
{
    /// <summary>Share of work orders whose fault came back, and of those that were right the first time.</summary>
    public const string Rework = "REWORK", Ftr = "FTR";

    internal static IReadOnlyList<Series> Both { get; } =
    [
        new() { Code = Rework, Names = Text.Of("Rework rate", "返修率", "返修率"), UnitOfMeasure = "%", Kind = SeriesKind.Operational, Granularity = Granularity.Month, HigherIsBetter = false, IsShare = true, WorkedOut = true },
        new() { Code = Ftr, Names = Text.Of("Right the first time", "一次修复率", "一次修復率"), UnitOfMeasure = "%", Kind = SeriesKind.Operational, Granularity = Granularity.Month, HigherIsBetter = true, IsShare = true, WorkedOut = true },
    ];
}
