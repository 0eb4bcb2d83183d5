namespace Regard.Statistics;

/// <summary>How a survival curve's uncertainty is given.</summary>
/// <param name="Interval">Scale of the intervals.</param>
/// <param name="Confidence">Between 0 and 1.</param>
public sealed record KaplanMeierOptions(SurvivalInterval Interval = SurvivalInterval.LogLog, double Confidence = 0.95);
