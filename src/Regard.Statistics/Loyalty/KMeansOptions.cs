namespace Regard.Statistics;

/// <summary>How customers are parted into segments.</summary>
public sealed record KMeansOptions
{
    /// <summary>Starts, of which the best counts; 1 or more.</summary>
    public int Starts { get; init; } = 20;

    /// <summary>Of the starts.</summary>
    public Draws Draws { get; init; } = Draws.Seeded(1);

    /// <summary>Most threads; null for as many as there are processors. The segments are the same on any.</summary>
    public int? Threads { get; init; }
}
