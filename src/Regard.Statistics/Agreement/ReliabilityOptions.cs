namespace Regard.Statistics;

/// <summary>How reliability is worked out.</summary>
public sealed record ReliabilityOptions
{
    /// <summary>Column of case weights, none negative; null for 1.</summary>
    public string? Weight { get; init; }

    /// <summary>Resamples behind omega's interval, at least 40.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>The seed.</summary>
    public Draws Draws { get; init; } = Draws.Seeded(1);

    /// <summary>Between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Most threads; null for as many as there are processors.</summary>
    public int? Threads { get; init; }
}
