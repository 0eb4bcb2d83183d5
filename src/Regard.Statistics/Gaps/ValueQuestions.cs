namespace Regard.Statistics;

/// <summary>Which columns ask what the customer gets and what it costs.</summary>
/// <param name="Benefits">Columns, e.g. of product, service, personnel, image, each with its weight, 0 or more.</param>
/// <param name="Costs">Columns, e.g. of money, time, effort, worry (high is much), each with its weight, 0 or more.</param>
/// <param name="From">Lowest answer.</param>
/// <param name="To">Highest answer, over <paramref name="From"/>.</param>
/// <param name="Weight">Column of case weights; null for 1.</param>
public sealed record ValueQuestions(
    IReadOnlyList<(string Column, double Weight)> Benefits, IReadOnlyList<(string Column, double Weight)> Costs, double From, double To, string? Weight = null);
