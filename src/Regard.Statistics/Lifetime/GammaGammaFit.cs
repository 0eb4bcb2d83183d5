namespace Regard.Statistics;

/// <summary>A fitted model of spend.</summary>
/// <param name="Model">At the parameters found; null when nothing could be estimated.</param>
/// <param name="Likelihood">Parameters, errors, and how they were reached; its n counts the customers used.</param>
/// <param name="LeftOut">Repeat customers left out because their mean spend is 0.</param>
public sealed record GammaGammaFit(GammaGamma? Model, LikelihoodFit Likelihood, int LeftOut);
