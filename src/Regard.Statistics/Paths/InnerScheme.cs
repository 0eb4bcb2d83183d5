namespace Regard.Statistics;

/// <summary>How neighbouring constructs count in a construct's inner proxy.</summary>
/// <remarks>Wold (1982); Lohmöller (1989), Latent Variable Path Modeling with Partial Least Squares, chapter 2.</remarks>
public enum InnerScheme
{
    /// <summary>Sources by their regression coefficients, targets by their correlations.</summary>
    Path,
    /// <summary>Every neighbour by the sign of its correlation.</summary>
    Centroid,
    /// <summary>Every neighbour by its correlation.</summary>
    Factorial,
}
