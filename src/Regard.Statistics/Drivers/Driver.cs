namespace Regard.Statistics;

/// <summary>What one driver has to do with the outcome.</summary>
public sealed record Driver
{
    /// <summary>The column.</summary>
    public required string Name { get; init; }

    /// <summary>With the outcome, other drivers let be.</summary>
    public required Correlation Correlation { get; init; }

    /// <summary>In the regression on all drivers.</summary>
    public required Coefficient Coefficient { get; init; }

    /// <summary>Its part of R2 by LMG (Shapley), 0 to 1; percentile interval.</summary>
    public required Estimate Lmg { get; init; }

    /// <summary>The same as a share of R2; all drivers add up to 1. Withheld when nothing is explained.</summary>
    public required Estimate LmgShare { get; init; }

    /// <summary>Standard error of the LMG value from drawing orders of entry, which no more rows would lessen; null when all were counted.</summary>
    public required double? SamplingError { get; init; }

    /// <summary>Its part of R2 by Johnson's relative weights, 0 to 1; percentile interval.</summary>
    public required Estimate RelativeWeight { get; init; }

    /// <summary>The same as a share of R2; withheld when nothing is explained.</summary>
    public required Estimate RelativeWeightShare { get; init; }

    /// <summary>What it adds to R2 on average beside 0, 1, ... others; null when orders were drawn.</summary>
    public required IReadOnlyList<double>? Conditional { get; init; }

    /// <summary>Place by LMG, 1 for the largest.</summary>
    public required int Rank { get; init; }

    /// <summary>Best place that the resamples allow.</summary>
    public required int RankLower { get; init; }

    /// <summary>Worst place that the resamples allow.</summary>
    public required int RankUpper { get; init; }

    /// <summary>Share of resamples in which it comes first, 0 to 1.</summary>
    public required double First { get; init; }
}
