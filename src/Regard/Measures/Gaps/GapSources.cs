using Regard.Standards;
namespace Regard.Measures;

/// <summary>All that the five gaps of a wave are read from, joined on the indicator.</summary>
/// <param name="Managers">Null when no wave of managers mirrors the customers'.</param>
/// <param name="Demanded">By indicator.</param>
sealed record GapSources(WaveLevels Customers, WaveLevels? Managers, IReadOnlyDictionary<string, DemandedLevel> Demanded, DeliveredLevels Delivered, IReadOnlyList<PromisedLevel> Promises);
