namespace Regard.Statistics;

static class UnitErrors
{
    /// <summary>
    /// Error variances of units for weighting. A small unit whose answers happen to be all equal is not known without error:
    /// it takes the pooled variance of an answer over its own effective n.
    /// </summary>
    public static double[] Variances(IReadOnlyList<Estimate> units)
    {
        var known = units.Where(u => u.StandardError > 0).Select(u => u.StandardError!.Value * u.StandardError.Value * u.EffectiveN).ToList();
        var pooled = known.Count == 0 ? 0 : known.Average();
        return [.. units.Select(u => u.StandardError > 0 ? u.StandardError!.Value * u.StandardError.Value : pooled / Math.Max(1, u.EffectiveN))];
    }
}
