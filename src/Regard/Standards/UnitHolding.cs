using System.Text.Json.Serialization;
using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Standards;

/// <summary>How well a standard is held.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Holding>))]
public enum Holding
{
    /// <summary>Nothing tells otherwise.</summary>
    Held,
    /// <summary>The mean surely lies under what is demanded.</summary>
    Short,
    /// <summary>The mean may do, and yet surely more than allowed fail.</summary>
    Unsteady,
}

/// <summary>What one unit, with all below it, delivered against a standard.</summary>
public sealed record UnitHolding
{
    public required UnitLabel Unit { get; init; }
    public required int Depth { get; init; }
    /// <summary>0 to 100, by encounters.</summary>
    public required Figure Mean { get; init; }
    /// <summary>Share of encounters under the minimum, 0 to 1, with Wilson's interval.</summary>
    public required Figure Failed { get; init; }
    public required Holding Holding { get; init; }

    /// <param name="levels">One an encounter; null comes of none.</param>
    internal static UnitHolding? Of(Unit unit, int depth, IReadOnlyList<double> levels, Standard standard) => Of(unit, depth, levels, standard.Demanded, standard.Minimum, standard.Allowed);

    /// <param name="allowed">Share that may fall below the minimum, 0 to 1.</param>
    internal static UnitHolding? Of(Unit unit, int depth, IReadOnlyList<double> levels, double demanded, double minimum, double allowed)
    {
        if (levels.Count == 0) return null;
        var mean = MeanOf(levels);
        var failed = Wilson.Share(levels.Count(l => l < minimum), levels.Count);
        return new()
        {
            Unit = UnitLabel.Of(unit), Depth = depth, Mean = Figure.Of(mean, 1), Failed = Figure.Of(failed, 1),
            // One encounter tells nothing of the next.
            Holding = mean.Withheld || levels.Count == 1 ? Holding.Held : mean.Upper < demanded ? Holding.Short : failed.Lower > allowed ? Holding.Unsteady : Holding.Held,
        };
    }

    // What is either done or not has the interval of a share: Student's would have no width where all were alike.
    static Estimate MeanOf(IReadOnlyList<double> levels)
    {
        if (levels.Any(l => l is not (0 or 100))) return DesignMeans.Of([[.. levels.Select(l => (double?)l)]]).Linear([1]);
        var done = Wilson.Share(levels.Count(l => l == 100), levels.Count);
        return Estimate.Between(100 * done.Value!.Value, 100 * done.StandardError!.Value, 100 * done.Lower!.Value, 100 * done.Upper!.Value, done.N);
    }

    public static Words Said(Holding holding) => Words.Of(holding switch
    {
        Holding.Short => "falls short",
        Holding.Unsteady => "unsteady",
        _ => "held so far",
    });
}
