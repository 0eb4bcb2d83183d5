namespace Regard.Statistics;

/// <summary>What a fit tells of a construct.</summary>
public sealed record FittedConstruct
{
    /// <summary>As in the model.</summary>
    public required string Name { get; init; }

    /// <summary>As in the model.</summary>
    public required OuterMode Mode { get; init; }

    /// <summary>Standardised alpha, at most 1; null for a single item and for mode B.</summary>
    /// <remarks>Cronbach (1951), from correlations, as path modelling tools have it.</remarks>
    public required double? Alpha { get; init; }

    /// <summary>Raw alpha, from covariances; null for a single item and for mode B.</summary>
    public required double? AlphaRaw { get; init; }

    /// <summary>Reliability of the composite; null for a single item and for mode B.</summary>
    /// <remarks>Dijkstra and Henseler (2015), equation 3.</remarks>
    public required double? RhoA { get; init; }

    /// <summary>Composite reliability, 0 to 1; 1 for a single item, null for mode B.</summary>
    /// <remarks>Jöreskog (1971); Werts, Linn and Jöreskog (1974): (sum l)^2 / ((sum l)^2 + sum (1 - l^2)).</remarks>
    public required double? RhoC { get; init; }

    /// <summary>Average variance extracted: mean communality of the items, 0 to 1.</summary>
    /// <remarks>Fornell and Larcker (1981), Journal of Marketing Research 18, 39-50.</remarks>
    public required double Ave { get; init; }

    /// <summary>Share of variance that its sources explain, 0 to 1; null without sources.</summary>
    public required double? R2 { get; init; }

    /// <summary>1 - (1 - R2)(n - 1) / (n - sources - 1); null without sources.</summary>
    public required double? R2Adjusted { get; init; }

    /// <summary>Mean score, 0 to 100; its error holds the weights fixed. Null when a scale or the means are unknown.</summary>
    public required Estimate? Score { get; init; }

    /// <summary>Standard deviation of the score over respondents, points; null when a scale is unknown.</summary>
    public required double? ScoreDeviation { get; init; }
}
