namespace Regard.Statistics;

/// <summary>One log-linear model of who is on which lists.</summary>
/// <param name="Dependences">Pairs of lists that may hang together, by index; none is independence.</param>
/// <param name="Total">People in all; withheld when the counts do not determine it.</param>
/// <param name="Deviance">Distance from the counts; 0 for a model that fits them all.</param>
/// <param name="Aic">Akaike's criterion: the lower the better.</param>
public sealed record ListModel(IReadOnlyList<(int First, int Second)> Dependences, Estimate Total, double Deviance, double Aic);
