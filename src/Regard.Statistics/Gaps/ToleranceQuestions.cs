namespace Regard.Statistics;

/// <summary>Which columns ask for the adequate, the desired and the perceived level of one thing.</summary>
/// <param name="Adequate">The least that is acceptable.</param>
/// <param name="Desired">What is hoped for.</param>
/// <param name="Perceived">What was got.</param>
/// <param name="From">Lowest answer.</param>
/// <param name="To">Highest answer, over <paramref name="From"/>.</param>
/// <param name="Weight">Column of case weights; null for 1.</param>
public sealed record ToleranceQuestions(string Adequate, string Desired, string Perceived, double From, double To, string? Weight = null);
