namespace Regard.Statistics;

/// <summary>The time by which a share of customers has left; each part null when the curve has not come that far.</summary>
/// <param name="Time">Unit of the durations.</param>
/// <param name="Lower">Where the curve's lower bound has come so far.</param>
/// <param name="Upper">Where its upper bound has; null: no upper bound yet.</param>
/// <remarks>Brookmeyer and Crowley (1982), Biometrics 38, 29-41. A curve level at the share itself gives the middle of that stretch, as R's survival has it.</remarks>
public sealed record SurvivalQuantile(double? Time, double? Lower, double? Upper);
