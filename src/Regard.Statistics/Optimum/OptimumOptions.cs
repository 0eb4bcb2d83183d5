namespace Regard.Statistics;

/// <summary>How <see cref="SatisfactionOptimum"/> is found.</summary>
public sealed record OptimumOptions
{
    /// <summary>What one more point of satisfaction costs, in the unit of the value; 0 asks where the value stops rising.</summary>
    public double CostPerPoint { get; init; }

    /// <summary>Between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Bootstrap samples, 40 or more.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Of the bootstrap.</summary>
    public Draws Draws { get; init; } = Draws.Seeded(1);

    /// <summary>Most threads; null for as many as there are processors.</summary>
    public int? Threads { get; init; }
}
