using Regard.Surveys;
namespace Regard.Measures;

public sealed record OverviewView
{
    /// <summary>Those with a wave that was opened, the most recently asked first; none at the very start.</summary>
    public required IReadOnlyList<ProgrammeLabel> Programmes { get; init; }
    public ProgrammeLabel? Programme { get; init; }
    /// <summary>The newest closed wave; the open one while there is no other.</summary>
    public WaveLabel? Wave { get; init; }
    /// <summary>The wave that takes answers now, beside the one shown.</summary>
    public WaveLabel? Open { get; init; }
    public UnitLabel? Unit { get; init; }
    public IReadOnlyList<UnitLabel> Path { get; init; } = [];
    public IReadOnlyList<UnitLabel> Tops { get; init; } = [];
    /// <summary>The index, and what stands outside the tree.</summary>
    public IReadOnlyList<ShownFigure> Heads { get; init; } = [];
    public IReadOnlyList<NodeFigure> Nodes { get; init; } = [];
    public IReadOnlyList<LeagueRow> League { get; init; } = [];
    /// <summary>The index of the unit, the oldest wave first.</summary>
    public IReadOnlyList<TrendPoint> Trend { get; init; } = [];
}

public sealed record ProgrammeLabel
{
    public required Id<Programme> Id { get; init; }
    public required string Name { get; init; }
    public Audience Audience { get; init; }
}

public sealed record NodeFigure(NodeLabel Node, ShownFigure Shown);

/// <param name="Break">Why it is not comparable with the wave before it.</param>
public sealed record TrendPoint(WaveLabel Wave, Figure Index, Words? Break);

/// <summary>A unit among its peers, by shrunken score; without rank where its number is withheld.</summary>
public sealed record LeagueRow
{
    public required UnitLabel Unit { get; init; }
    public required ShownFigure Index { get; init; }
    /// <summary>The score drawn towards the common mean as far as its own error demands.</summary>
    public Figure? Shrunken { get; init; }
    public int? Rank { get; init; }
    public int? RankLower { get; init; }
    public int? RankUpper { get; init; }
    /// <summary>Probability of truly being in the lowest quarter, 0 to 1.</summary>
    public double? BottomQuarter { get; init; }
}
