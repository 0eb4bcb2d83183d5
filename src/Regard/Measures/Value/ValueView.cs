using Regard.Organisation;
namespace Regard.Measures;

public sealed record ValueView
{
    public required Standpoint At { get; init; }
    /// <summary>The version that all is worked out by, earlier waves too.</summary>
    public required ValueModel Model { get; init; }
    /// <summary>All versions, the newest first.</summary>
    public required IReadOnlyList<ValueModel> Models { get; init; }
    public required ValueFigures Whole { get; init; }
    public required IReadOnlyList<ValueRow> Rows { get; init; }
    /// <summary>Right below.</summary>
    public required IReadOnlyList<ValueUnit> Units { get; init; }
    /// <summary>The oldest wave first.</summary>
    public required IReadOnlyList<ValuePoint> Course { get; init; }
    /// <summary>Series count from this day to the next, both included.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required bool MayEdit { get; init; }
}

/// <param name="Benefit">0 to 100.</param>
/// <param name="Cost">0 to 100, high is much.</param>
/// <param name="Difference">The value: benefit less cost, points.</param>
/// <param name="Ratio">Benefit over cost.</param>
/// <param name="Measured">How many of the benefits and costs with a weight are known.</param>
public sealed record ValueFigures(Figure Benefit, Figure Cost, Figure Difference, Figure Ratio, int Measured);

/// <param name="Weight">As set.</param>
/// <param name="Share">Of its side, among what is measured, 0 to 1; null when it is not.</param>
/// <param name="Score">Level of the benefit or of the cost, 0 to 100.</param>
/// <param name="Adds">Points that it adds to the value, below zero for a cost.</param>
public sealed record ValueRow(ValueAspect Aspect, double Weight, double? Share, Figure Score, Figure Adds, IReadOnlyList<ValueTold> Sources);

/// <param name="Level">Of the benefit or cost, 0 to 100, as this source tells it.</param>
public sealed record ValueTold(string Code, Text? Names, bool IsSeries, Figure Level);

public sealed record ValueUnit(UnitLabel Unit, ValueFigures Figures);

public sealed record ValuePoint(WaveLabel Wave, ValueFigures Figures);
