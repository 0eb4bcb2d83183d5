namespace Regard.Statistics;

/// <summary>How a <see cref="ScoreTable"/> is computed.</summary>
/// <param name="TopBoxes">Answers at the good end of the scale that count as top box, in steps of 1.</param>
/// <param name="Minimum">Fewest respondents behind a number that is given.</param>
/// <param name="Confidence">Between 0 and 1.</param>
/// <param name="Seed">Of the simulated ranks.</param>
/// <param name="Draws">Simulated rankings, at least 100.</param>
public sealed record ScoreOptions(int TopBoxes = 2, long Minimum = 0, double Confidence = 0.95, int Seed = 1, int Draws = 2000);
