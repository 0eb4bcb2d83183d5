using Regard.Storage;
namespace Regard.Benchmarks;

sealed record Options
{
    /// <summary>Measured so many times, the median is told.</summary>
    public required int Rounds { get; init; }
    public required int Rows { get; init; }
    /// <summary>Of each round of load.</summary>
    public required TimeSpan Duration { get; init; }
    public required IReadOnlyList<Engine> Engines { get; init; }
}
