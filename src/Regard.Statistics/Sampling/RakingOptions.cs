namespace Regard.Statistics;

/// <summary>How <see cref="Raking"/> weights.</summary>
/// <param name="Trim">Largest weight, as a multiple of the mean weight, over 1; null for no bound.</param>
/// <param name="Tolerance">Largest relative distance of a margin from its target at which the weights are settled.</param>
/// <param name="MostIterations">Passes over all margins after which it gives up.</param>
public sealed record RakingOptions(double? Trim = null, double Tolerance = 1e-13, int MostIterations = 1000);
