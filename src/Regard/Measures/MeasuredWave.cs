using Regard.Indicators;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>A wave with everything its numbers are worked out by.</summary>
sealed record MeasuredWave
{
    public required Wave Wave { get; init; }
    public required FormDocument Form { get; init; }
    public required long FormNumber { get; init; }
    public required string FormHash { get; init; }
    public required long TreeNumber { get; init; }
    public required IReadOnlyList<Indicator> Indicators { get; init; }
    /// <summary>The units as they stood on the wave's day.</summary>
    public required UnitTree Units { get; init; }
    public required WaveMeasures Measures { get; init; }

    public long Minimum => Math.Max(Programme.SmallestMinimum, Wave.MinimumN);
}
