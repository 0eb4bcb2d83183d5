namespace Regard.Statistics;

/// <summary>What one feature does to the log odds, the others held equal.</summary>
/// <param name="Name">The feature; "(Intercept)" for the constant.</param>
/// <param name="Coefficient">Per unit of the feature; 0 where the lasso dropped it.</param>
/// <param name="Estimate">The same with its normal interval; null under the lasso, whose choice leaves none that would hold.</param>
/// <param name="Z">Coefficient over its error; null likewise.</param>
/// <param name="PValue">Two-sided Wald test of no effect, 0 to 1; null likewise.</param>
public sealed record LogOdds(string Name, double Coefficient, Estimate? Estimate, double? Z, double? PValue)
{
    internal static LogOdds Of(string name, double coefficient, double? error, long n, double confidence)
    {
        if (error is not { } se) return new(name, coefficient, null, null, null);
        var z = se > 0 ? coefficient / se : 0;
        return new(name, coefficient, Statistics.Estimate.Of(coefficient, se, null, n, confidence: confidence), z, Quantile.StudentTwoSided(z, null));
    }
}
