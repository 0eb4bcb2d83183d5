namespace Regard.Statistics;

/// <summary>What importance is derived from.</summary>
public enum ImportanceKind
{
    /// <summary>Part of R2 by LMG.</summary>
    Lmg,
    /// <summary>Part of R2 by Johnson's relative weights.</summary>
    RelativeWeight,
    /// <summary>Pearson's correlation with the outcome.</summary>
    Correlation,
}
