namespace Regard.Statistics;

/// <summary>How a path model is estimated.</summary>
public sealed record PathOptions
{
    /// <summary>How neighbours count.</summary>
    public InnerScheme Scheme { get; init; } = InnerScheme.Path;

    /// <summary>Consistent PLS: correlations of mode A constructs are freed of their unreliability.</summary>
    public bool Consistent { get; init; }

    /// <summary>Settled when no weight changes by more; the distance to the limit is then still smaller.</summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>The estimate stops after so many iterations, and says so.</summary>
    public int MostIterations { get; init; } = 1000;

    /// <summary>Of intervals, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;
}
