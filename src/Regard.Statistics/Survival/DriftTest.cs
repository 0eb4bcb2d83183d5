namespace Regard.Statistics;

/// <summary>Whether a covariate's coefficient drifts over time.</summary>
/// <param name="Name">The covariate.</param>
/// <param name="ChiSquare">One degree of freedom.</param>
/// <param name="PValue">0 to 1; small: the hazard ratio is not the same all the time.</param>
/// <param name="Drift">First estimate of the coefficient's change per unit of the time scale: over 0, the covariate's effect grows.</param>
public sealed record DriftTest(string Name, double ChiSquare, double PValue, double Drift);
