namespace Regard.Statistics;

/// <summary>A covariate of a customer that takes a new value.</summary>
/// <param name="Time">From just after this time on, in the unit of the durations.</param>
/// <param name="Column">Place of the covariate.</param>
/// <param name="Value">The new value.</param>
public sealed record StateChange(double Time, int Column, double Value);
