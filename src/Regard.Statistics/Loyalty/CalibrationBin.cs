namespace Regard.Statistics;

/// <summary>Customers of like risk: what was foretold, and what came.</summary>
/// <param name="Lowest">Lowest predicted share.</param>
/// <param name="Highest">Highest predicted share.</param>
/// <param name="Predicted">Mean predicted share.</param>
/// <param name="Observed">Share that did, Wilson's interval, with n.</param>
public sealed record CalibrationBin(double Lowest, double Highest, double Predicted, Estimate Observed);
