namespace Regard.Statistics;

/// <summary>One construct acts on another.</summary>
/// <param name="From">The source.</param>
/// <param name="To">The target.</param>
public sealed record PathLink(string From, string To);
