namespace Regard.Statistics;

/// <summary>A test over groups or waves.</summary>
/// <param name="Statistic">F, chi-square, H or U, as the test says.</param>
/// <param name="DegreesOfFreedom">Of the numerator or of chi-square; null for U.</param>
/// <param name="Denominator">Degrees of freedom of the denominator; null unless F.</param>
/// <param name="PValue">0 to 1.</param>
/// <param name="Effect">How large, see the test.</param>
public sealed record GroupTest(double Statistic, double? DegreesOfFreedom, double? Denominator, double PValue, double Effect);
