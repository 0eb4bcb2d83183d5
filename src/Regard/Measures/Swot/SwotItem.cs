using System.Text.Json.Serialization;
namespace Regard.Measures;

[JsonConverter(typeof(JsonStringEnumConverter<SwotSide>))]
public enum SwotSide { Strength, Weakness, Opportunity, Threat }

/// <summary>What in the numbers makes it a strength, a weakness, an opportunity or a threat.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SwotBasis>))]
public enum SwotBasis
{
    /// <summary>Important to satisfaction and good; neither interval crosses the lines between the quadrants.</summary>
    ImportantAndGood,
    /// <summary>Important to satisfaction and poor; as surely.</summary>
    ImportantAndPoor,
    AheadOfCompetitor, BehindCompetitor,
    /// <summary>A competitor's interval lies wholly below that of its own index.</summary>
    CompetitorsWeakPoint,
    /// <summary>A competitor's interval lies wholly above that of its own index.</summary>
    CompetitorsStrongPoint,
}

/// <summary>What the numbers say, with where it can be looked up.</summary>
public sealed record SwotItem
{
    public required SwotSide Side { get; init; }
    public required SwotBasis Basis { get; init; }
    public required NodeLabel Node { get; init; }
    /// <summary>Whom it is about; null for the unit itself.</summary>
    public UnitLabel? Competitor { get; init; }
    /// <summary>The unit's score; of a competitor's weak or strong point, the competitor's.</summary>
    public required Figure Score { get; init; }
    /// <summary>Share of what is explained of satisfaction, 0 to 1; with importance only.</summary>
    public Figure? Importance { get; init; }
    /// <summary>The unit less the competitor.</summary>
    public UnitDifference? Difference { get; init; }
    /// <summary>The competitor's index, against which its point is weak or strong.</summary>
    public Figure? Index { get; init; }
    /// <summary>The page with the numbers behind it.</summary>
    public required string Evidence { get; init; }

    internal double Weight => Difference is { } d ? Math.Abs(d.Value) : Index?.Value is { } index && Score.Value is { } score ? Math.Abs(score - index) : double.MaxValue;
}

/// <summary>What somebody added, with where it is shown; taken away, it stays in the history.</summary>
public sealed record SwotNote
{
    public required Id<SwotNote> Id { get; init; }
    public required SwotSide Side { get; init; }
    public required string Words { get; init; }
    /// <summary>A page of Regard, or an address elsewhere.</summary>
    public required string Evidence { get; init; }
    public string? WrittenBy { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public string? RemovedBy { get; init; }
    public DateTimeOffset? RemovedAt { get; init; }
}
