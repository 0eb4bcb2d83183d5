namespace Regard.Statistics;

/// <summary>How drivers are analysed.</summary>
public sealed record DriverOptions
{
    /// <summary>Column of case weights, none negative; null for 1.</summary>
    public string? Weight { get; init; }

    /// <summary>Resamples behind the intervals of shares and ranks, at least 40; 1,000 or more for numbers that are shown; 0 for values alone.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>The seed.</summary>
    public Draws Draws { get; init; } = Draws.Seeded(1);

    /// <summary>Between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Orders of entry to draw where not all are counted (21 to 25 drivers); each is begun at every driver, forwards and backwards.</summary>
    public int Orders { get; init; } = 200;

    /// <summary>What importance is derived from when it is held against performance.</summary>
    public ImportanceKind Importance { get; init; }

    /// <summary>Where importance counts as high, in its unit; null for the mean of all drivers.</summary>
    public double? ImportanceTarget { get; init; }

    /// <summary>Where performance counts as high, in the unit of the ratings; null for the mean of all drivers.</summary>
    public double? PerformanceTarget { get; init; }

    /// <summary>Most threads; null for as many as there are processors.</summary>
    public int? Threads { get; init; }
}
