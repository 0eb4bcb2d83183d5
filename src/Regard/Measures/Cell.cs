using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>The answers that one unit had in one segment, as sums that can be added.</summary>
sealed record Cell(CellKey Key, Moments Moments);

readonly record struct CellKey(Id<Unit> Unit, string Segment);
