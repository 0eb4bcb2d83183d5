namespace Regard.Statistics;

/// <summary>What a fit tells of a path.</summary>
/// <param name="From">The source.</param>
/// <param name="To">The target.</param>
/// <param name="Value">Standardised coefficient.</param>
/// <param name="F2">How much the source adds, (R2 - R2 without it) / (1 - R2): Cohen (1988), 9.2; null when everything is explained.</param>
/// <param name="Vif">Variance inflation of the source among all sources of the target, 1 or more.</param>
public sealed record FittedPath(string From, string To, double Value, double? F2, double Vif);
