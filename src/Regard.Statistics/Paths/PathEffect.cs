namespace Regard.Statistics;

/// <summary>The effect of a construct on another over all ways that lead there, standardised.</summary>
/// <param name="From">Where the ways begin.</param>
/// <param name="To">Where they end.</param>
/// <param name="Direct">The path between them; 0 when there is none.</param>
/// <param name="Total">Sum over all ways of the product of their paths.</param>
public sealed record PathEffect(string From, string To, double Direct, double Total)
{
    /// <summary>Over other constructs only.</summary>
    public double Indirect => Total - Direct;
}
