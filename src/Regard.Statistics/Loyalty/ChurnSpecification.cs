namespace Regard.Statistics;

/// <summary>A feature that is a name.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Reference">The level others are compared with; null for the first in the order of characters.</param>
public sealed record CategoryFeature(string Column, string? Reference = null);

/// <summary>What a risk model explains, and by what.</summary>
/// <param name="Target">Column of 1 (left) and 0.</param>
/// <param name="Features">Columns of numbers.</param>
/// <param name="Categories">Columns of names.</param>
public sealed record ChurnSpecification(string Target, IReadOnlyList<string> Features, IReadOnlyList<CategoryFeature> Categories);
