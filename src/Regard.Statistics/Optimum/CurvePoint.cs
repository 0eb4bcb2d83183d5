namespace Regard.Statistics;

/// <summary>One point of a fitted curve.</summary>
/// <param name="X">Satisfaction.</param>
/// <param name="Y">Fitted value.</param>
/// <param name="Lower">Of its bootstrap interval, point by point.</param>
/// <param name="Upper">Of its bootstrap interval.</param>
public sealed record CurvePoint(double X, double Y, double Lower, double Upper);
