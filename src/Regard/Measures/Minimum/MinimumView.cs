using Regard.Organisation;
namespace Regard.Measures;

public sealed record MinimumView
{
    public required Standpoint At { get; init; }
    /// <summary>Encounters between these days, both included.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    /// <summary>Share of encounters under the minimum from which on a unit is named, 0 to 1.</summary>
    public required double Least { get; init; }
    /// <summary>Units whose mean is what is demanded while too many encounters lie under the minimum, the worst first.</summary>
    public required IReadOnlyList<MinimumFlag> Flags { get; init; }
    /// <summary>The unit and those right below.</summary>
    public required IReadOnlyList<ConsistencyRow> Rows { get; init; }
    /// <summary>Indicators that both a minimum is set of and encounters showed.</summary>
    public required int Indicators { get; init; }
}

/// <param name="Mean">Of the encounters, 0 to 100.</param>
/// <param name="Below">Share of encounters under the minimum, 0 to 1.</param>
public sealed record MinimumFlag(UnitLabel Unit, NodeLabel Node, Figure Mean, double Demanded, double Minimum, Figure Below);

/// <summary>100 when all are alike, 0 when half are worth 0 and half 100.</summary>
/// <param name="Index">Mean of what follows.</param>
/// <param name="Encounters">Between encounters, within one indicator.</param>
/// <param name="Visits">Between visits by one form.</param>
/// <param name="Staff">Between the means of colleagues, or of roles where colleagues are not named.</param>
/// <param name="Answers">Between customers' indices.</param>
/// <param name="Below">Share of encounters with anything under its minimum, 0 to 1.</param>
public sealed record ConsistencyRow(UnitLabel Unit, Figure Index, Figure Encounters, Figure Visits, Figure Staff, Figure Answers, Figure Below);
