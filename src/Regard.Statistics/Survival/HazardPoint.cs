namespace Regard.Statistics;

/// <summary>A step of a cumulative hazard.</summary>
/// <param name="Stratum">From 0, in the order of the stratum's numbers.</param>
/// <param name="Time">Unit of the durations.</param>
/// <param name="Cumulative">Hazard collected until then, 0 or more.</param>
public sealed record HazardPoint(int Stratum, double Time, double Cumulative);
