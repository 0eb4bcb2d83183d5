namespace Regard.Statistics;

/// <summary>A unit among its peers.</summary>
/// <param name="Score">The shrunken score with its interval; the withheld estimate itself when there was none.</param>
/// <param name="Rank">1 is best, by shrunken score; null without a score.</param>
/// <param name="RankLower">Best rank of the interval.</param>
/// <param name="RankUpper">Worst rank of the interval.</param>
/// <param name="BottomQuarter">Probability that the unit truly is among the lowest quarter (rounded up) of the units, 0 to 1.</param>
public sealed record ShrunkenUnit(Estimate Score, int? Rank, int? RankLower, int? RankUpper, double? BottomQuarter);
