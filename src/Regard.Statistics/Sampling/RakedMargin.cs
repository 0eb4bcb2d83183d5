namespace Regard.Statistics;

/// <summary>One category of a margin, before and after.</summary>
/// <param name="Margin">The variable.</param>
/// <param name="Category">The category.</param>
/// <param name="Target">Share of the population, 0 to 1.</param>
/// <param name="Before">Share under the weights that came in.</param>
/// <param name="After">Share under the raked weights; the target when settled.</param>
public sealed record RakedMargin(string Margin, string Category, double Target, double Before, double After);
