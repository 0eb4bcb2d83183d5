namespace Regard.Measures;

/// <summary>A number on a page: what of, how much, and whether it changed since the wave before.</summary>
public sealed record ShownFigure(Measure Measure, Figure Figure)
{
    public WaveChange Change { get; init; } = WaveChange.Unknown;
}
