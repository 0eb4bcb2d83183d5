namespace Regard.Statistics;

/// <summary>A step of a survival curve.</summary>
/// <param name="Time">Unit of the durations.</param>
/// <param name="AtRisk">Observed just before; sum of weights where weighted.</param>
/// <param name="Events">Left at this time; sum of weights where weighted.</param>
/// <param name="Censored">Rows last seen at this time, still there.</param>
/// <param name="Survival">Share still there just after, 0 to 1.</param>
/// <param name="StandardError">Of the share; null where nobody is left and nothing tells it.</param>
/// <param name="Lower">Lower bound, 0 to 1; null likewise.</param>
/// <param name="Upper">Upper bound, 0 to 1; null likewise.</param>
public sealed record SurvivalPoint(double Time, double AtRisk, double Events, int Censored, double Survival, double? StandardError, double? Lower, double? Upper);
