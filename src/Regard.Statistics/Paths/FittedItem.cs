namespace Regard.Statistics;

/// <summary>What a fit tells of an item.</summary>
public sealed record FittedItem
{
    /// <summary>As in the model.</summary>
    public required string Name { get; init; }

    /// <summary>The construct it belongs to.</summary>
    public required string Construct { get; init; }

    /// <summary>Standardised outer weight: the composite of standardised items has variance 1.</summary>
    public required double Weight { get; init; }

    /// <summary>Weight in the construct's score: w / sd, and all of a construct sum to 1. The sd is of the item's 0 to 100 score (of its answers without a scale).</summary>
    public required double ScoreWeight { get; init; }

    /// <summary>Correlation with its construct, -1 to 1; corrected under consistent PLS.</summary>
    public required double Loading { get; init; }

    /// <summary>Squared loading.</summary>
    public required double Communality { get; init; }

    /// <summary>Correlations with all composites, in the order of the constructs.</summary>
    public required IReadOnlyList<double> CrossLoadings { get; init; }

    /// <summary>Mean score, 0 to 100; null when its scale or mean is unknown.</summary>
    public required double? Score { get; init; }
}
