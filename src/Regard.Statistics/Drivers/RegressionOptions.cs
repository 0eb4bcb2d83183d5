namespace Regard.Statistics;

/// <summary>How a regression is fitted.</summary>
/// <param name="Weight">Column of case weights, none negative; null for 1. Errors are then linearised.</param>
/// <param name="Linearised">True for errors that hold under unequal residual variance also without weights.</param>
/// <param name="Confidence">Between 0 and 1.</param>
public sealed record RegressionOptions(string? Weight = null, bool Linearised = false, double Confidence = 0.95);
