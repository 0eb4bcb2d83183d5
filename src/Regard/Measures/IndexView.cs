using Regard.Organisation;
namespace Regard.Measures;

public sealed record IndexView
{
    public required Standpoint At { get; init; }
    /// <summary>Of the same programme, the newest first.</summary>
    public required IReadOnlyList<WaveLabel> Waves { get; init; }
    public required NodeLabel Node { get; init; }
    public required IReadOnlyList<NodeLabel> NodePath { get; init; }
    /// <summary>The node and those right below it: the columns.</summary>
    public required IReadOnlyList<NodeLabel> Nodes { get; init; }
    /// <summary>The unit and those right below it: the rows.</summary>
    public required IReadOnlyList<UnitRow> Units { get; init; }
    public required IReadOnlyList<SideRow> Sides { get; init; }
    /// <summary>What stands outside the tree: CSAT, NPS, CES, RATER.</summary>
    public required IReadOnlyList<ShownFigure> Others { get; init; }
    public required IReadOnlyList<ItemDistribution> Items { get; init; }
    /// <summary>Null when the caller may not read comments.</summary>
    public CommentsView? Comments { get; init; }
}

public sealed record UnitRow(UnitLabel Unit, IReadOnlyList<ShownFigure> Figures);

/// <summary>One node from all sides that were asked.</summary>
public sealed record SideRow(NodeLabel Node, IReadOnlyDictionary<Aspect, ShownFigure> Sides);

/// <summary>How often each answer was given, the lowest first; none when the item's number is withheld.</summary>
public sealed record ItemDistribution(string Key, Text Title, Surveys.Part Part, Figure Score, IReadOnlyList<AnswerShare> Answers);

/// <param name="Share">Of those who answered, weighted, 0 to 1.</param>
public sealed record AnswerShare(int Answer, long Count, double Share);

/// <summary>What respondents wrote, without who they are; withheld for a group under the minimum.</summary>
public sealed record CommentsView(bool Withheld, IReadOnlyList<Comment> Newest);

public sealed record Comment(Text Asked, string Said, string LanguageTag);
