using Regard.Organisation;
namespace Regard.Measures;

/// <summary>From where numbers are looked at: a wave, a unit, and what else could be chosen.</summary>
public sealed record Standpoint
{
    public required WaveLabel Wave { get; init; }
    public required UnitLabel Unit { get; init; }
    /// <summary>From the topmost seen down to the unit.</summary>
    public required IReadOnlyList<UnitLabel> Path { get; init; }
    /// <summary>Right below the unit.</summary>
    public required IReadOnlyList<UnitLabel> Below { get; init; }
    /// <summary>Where the caller's sight begins; several for somebody with several roles.</summary>
    public required IReadOnlyList<UnitLabel> Tops { get; init; }

    internal static Standpoint Of(MeasuredWave wave, Sight sight, Unit unit) => new()
    {
        Wave = WaveLabel.Of(wave.Wave), Unit = UnitLabel.Of(unit), Path = [.. sight.PathTo(unit.Id)],
        Below = [.. sight.Tree.ChildrenOf(unit.Id).Where(u => sight.Includes(u.Id)).Select(UnitLabel.Of)], Tops = [.. sight.Tops.Select(UnitLabel.Of)],
    };
}
