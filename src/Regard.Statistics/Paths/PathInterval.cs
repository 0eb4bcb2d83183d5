namespace Regard.Statistics;

/// <summary>A number of a path model with what resampling tells of its error.</summary>
/// <param name="Value">From all rows.</param>
/// <param name="StandardError">Standard deviation over the resamples; null under two of them.</param>
/// <param name="Percentile">Percentile interval, which need not hold the value; null under 40 resamples.</param>
/// <param name="Accelerated">BCa interval; null under 40 resamples, when the value lies outside all of them, or without a jackknife.</param>
public sealed record PathInterval(double Value, double? StandardError, (double Lower, double Upper)? Percentile, (double Lower, double Upper)? Accelerated);
