using Regard.Measures;
using Regard.Organisation;
namespace Regard.Web.Measures.Gaps;

/// <summary>The five dimensions, and who of those that serve customers is certified today; null where the unit is no longer there.</summary>
public sealed record RaterSeen(RaterView Rater, CertifiedStaff? Certified);
