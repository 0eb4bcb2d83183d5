namespace Regard.Statistics;

/// <summary>How lifetime models are fitted.</summary>
public sealed record LifetimeOptions
{
    /// <summary>Between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Most threads; null for as many as there are processors. The numbers do not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>Most steps of Newton's method, 1 or more.</summary>
    public int Steps { get; init; } = 200;
}
