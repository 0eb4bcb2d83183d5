using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Measures;

/// <summary>By what needs weigh in their index: the first of these that is known of all that are measured.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NeedWeighting>))]
public enum NeedWeighting
{
    /// <summary>How important the wave's customers say they are.</summary>
    Asked,
    /// <summary>As the list says.</summary>
    Set,
    Equal,
}

public sealed record NeedsView
{
    public required Standpoint At { get; init; }
    /// <summary>What the wave measures, the least fulfilled first.</summary>
    public required IReadOnlyList<NeedRow> Rows { get; init; }
    public required NeedWeighting Weighting { get; init; }
    /// <summary>Fulfilment over all needs that are measured, 0 to 100.</summary>
    public required Figure Index { get; init; }
    /// <summary>On the list, and nothing in this wave tells of it.</summary>
    public required IReadOnlyList<NeedHeardOf> Unmeasured { get; init; }
    /// <summary>Told as a need in the field log of the last year, on indicators that no need of the list names.</summary>
    public required IReadOnlyList<NeedVoiced> Unlisted { get; init; }
    public required IReadOnlyList<NeedUnit> Units { get; init; }
    /// <summary>The oldest wave first.</summary>
    public required IReadOnlyList<NeedPoint> Course { get; init; }
    public required bool MayEdit { get; init; }
}

/// <param name="Fulfilled">0 to 100.</param>
/// <param name="Importance">As customers say; unmeasured where they were not asked.</param>
/// <param name="Voiced">How often the field log of the last year tells it as a need.</param>
public sealed record NeedRow(Need Need, Figure Fulfilled, Figure Importance, long Voiced);

public sealed record NeedHeardOf(Need Need, long Voiced);

/// <param name="Names">Of the indicator.</param>
/// <param name="Newest">As it was said last, and the number of that note.</param>
public sealed record NeedVoiced(string Indicator, Text Names, long Times, string? Newest, long? Note);

/// <param name="Needs">In the order of the rows.</param>
public sealed record NeedUnit(UnitLabel Unit, Figure Index, IReadOnlyList<Figure> Needs);

public sealed record NeedPoint(WaveLabel Wave, Figure Index);
