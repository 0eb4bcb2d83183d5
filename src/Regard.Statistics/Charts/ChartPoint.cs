namespace Regard.Statistics;

/// <summary>One point of a control chart.</summary>
/// <param name="Value">What is charted: the value, the smoothed value, the rate.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Signals">Rules broken at this point; none when it varies as the others do.</param>
public sealed record ChartPoint(double Value, double Lower, double Upper, IReadOnlyList<ChartRule> Signals);
