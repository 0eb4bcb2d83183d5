namespace Regard.Statistics;

/// <summary>What one predictor adds to the outcome, the others held equal.</summary>
/// <param name="Name">The predictor; "(Intercept)" for the constant.</param>
/// <param name="Slope">In units of the outcome per unit of the predictor, Student's interval.</param>
/// <param name="Test">Of no effect.</param>
/// <param name="Beta">The slope in standard deviations of both; null for the constant.</param>
/// <param name="Vif">Variance inflation 1 / (1 - R2 on the other predictors), 1 or more; null for the constant.</param>
public sealed record Coefficient(string Name, Estimate Slope, StudentTest Test, double? Beta, double? Vif);
