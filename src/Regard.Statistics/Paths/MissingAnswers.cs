namespace Regard.Statistics;

/// <summary>What becomes of missing answers.</summary>
public enum MissingAnswers
{
    /// <summary>Rows that lack any of the answers are left out.</summary>
    Casewise,
    /// <summary>The item's mean stands in; rows without any of the answers are left out.</summary>
    Mean,
    /// <summary>Each covariance from the rows that have both answers, each variance from all that have the one.</summary>
    Pairwise,
}
