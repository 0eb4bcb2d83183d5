namespace Regard.Statistics;

/// <summary>Which ratings are low and high, and how the contrast is fitted.</summary>
/// <param name="Low">Ratings up to this are low.</param>
/// <param name="High">Ratings from this on are high; over <paramref name="Low"/>.</param>
/// <param name="Weight">Column of case weights; null for 1.</param>
/// <param name="Linearised">True for errors that hold under unequal residual variance.</param>
/// <param name="Confidence">Between 0 and 1.</param>
public sealed record PenaltyRewardOptions(double Low, double High, string? Weight = null, bool Linearised = false, double Confidence = 0.95);
