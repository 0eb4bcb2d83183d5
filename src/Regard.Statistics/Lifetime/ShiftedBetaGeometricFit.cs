namespace Regard.Statistics;

/// <summary>A fitted model of contracts.</summary>
/// <param name="Model">At the parameters found; null when nothing could be estimated.</param>
/// <param name="Likelihood">Parameters, errors, and how they were reached.</param>
public sealed record ShiftedBetaGeometricFit(ShiftedBetaGeometric? Model, LikelihoodFit Likelihood);
