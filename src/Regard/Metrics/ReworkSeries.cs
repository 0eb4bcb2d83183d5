namespace Regard.Metrics;

/// <summary>The series that Regard works out of work orders.</summary>
public static class ReworkSeries
{
    /// <summary>Share of work orders whose fault came back, and of those that were right the first time.</summary>
    public const string Rework = "REWORK", Ftr = "FTR";
    /// <summary>What the orders cost whose fault had come back, summed over those that say their cost; n counts these.</summary>
    public const string Cost = "REWORK-COST";

    internal static Series CostIn(string currency) => new()
    {
        Code = Cost, Names = Text.Of("Cost of rework", "返修成本", "返修成本"), UnitOfMeasure = currency, Kind = SeriesKind.Operational, Granularity = Granularity.Month, HigherIsBetter = false, WorkedOut = true,
    };

    internal static IReadOnlyList<Series> Both { get; } =
    [
        new() { Code = Rework, Names = Text.Of("Rework rate", "返修率", "返修率"), UnitOfMeasure = "%", Kind = SeriesKind.Operational, Granularity = Granularity.Month, HigherIsBetter = false, IsShare = true, WorkedOut = true },
        new() { Code = Ftr, Names = Text.Of("Right the first time", "一次修复率", "一次修復率"), UnitOfMeasure = "%", Kind = SeriesKind.Operational, Granularity = Granularity.Month, HigherIsBetter = true, IsShare = true, WorkedOut = true },
    ];
}
