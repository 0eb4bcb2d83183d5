namespace Regard.Statistics;

/// <summary>Student's t test of a number against 0.</summary>
/// <param name="T">The number over its standard error; null when the error is 0 or the number withheld.</param>
/// <param name="PValue">Two-sided, 0 to 1; 0 for a number other than 0 without any error, null for 0 without error or when withheld.</param>
public sealed record StudentTest(double? T, double? PValue)
{
    /// <summary>The test of an estimate, by its own degrees of freedom; normal where it has none.</summary>
    public static StudentTest Of(Estimate estimate)
    {
        if (estimate.Withheld) return new(null, null);
        if (estimate.StandardError > 0 && estimate.Value / estimate.StandardError is { } t && double.IsFinite(t)) return new(t, Quantile.StudentTwoSided(t, estimate.DegreesOfFreedom));
        return new(null, estimate.Value == 0 ? null : 0);
    }
}
