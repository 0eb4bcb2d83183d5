namespace Regard.Statistics;

/// <summary>What was expected and what was perceived, in score points, 0 to 100.</summary>
/// <param name="Expected">Mean expected level.</param>
/// <param name="Perceived">Mean perceived level.</param>
/// <param name="Difference">Perceived less expected, by respondent: under 0 falls short.</param>
/// <param name="Test">Of no difference, Student's paired t.</param>
/// <param name="Ratio">Perceived over expected, of means, delta method: 1 meets expectation.</param>
public sealed record Gap(Estimate Expected, Estimate Perceived, Estimate Difference, StudentTest Test, Estimate Ratio);
