namespace Regard.Statistics;

/// <summary>How a Kano analysis is done.</summary>
public sealed record KanoOptions
{
    /// <summary>Draws behind the certainty of classes, at least 40.</summary>
    public int Resamples { get; init; } = 4000;

    /// <summary>The seed.</summary>
    public Draws Draws { get; init; } = Draws.Seeded(1);

    /// <summary>Between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;
}
