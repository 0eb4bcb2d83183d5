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
    internal static UnitHolding? Of(Unit unit, int depth, IReadOnlyList<double> levels, Standard standard)
    {
        if (levels.Count == 0) return null;
        var mean = DesignMeans.Of([[.. levels.Select(l => (double?)l)]]).Linear([1]);
        var failed = Wilson.Share(levels.Count(l => l < standard.Minimum), levels.Count);
        return new()
        {
            Unit = UnitLabel.Of(unit), Depth = depth, Mean = Figure.Of(mean, 1), Failed = Figure.Of(failed, 1),
            // One encounter tells nothing of the next.
            Holding = mean.Withheld ? Holding.Held : mean.Upper < standard.Demanded ? Holding.Short : failed.Lower > standard.Allowed ? Holding.Unsteady : Holding.Held,
        };
    }

    public static Words Said(Holding holding) => Words.Of(holding switch
    {
        Holding.Short => "falls short",
        Holding.Unsteady => "unsteady: the mean may do, too many fail",
        _ => "held, as far as can be told",
    });
}
