namespace Regard.Statistics;

/// <summary>How a logistic regression is fitted.</summary>
/// <remarks>
/// Penalties act on columns standardised by mean and standard deviation (divisor n), never on the constant: the fit maximises
/// log-likelihood / n - ridge / 2 sum b^2 - lasso sum |b|, as glmnet does (its alpha lambda is our lasso, (1 - alpha) lambda our ridge).
/// </remarks>
public sealed record LogisticOptions
{
    /// <summary>0 or more; 0 for none.</summary>
    public double Ridge { get; init; }

    /// <summary>0 or more; 0 for none. Drops columns that add little, and leaves no standard errors.</summary>
    public double Lasso { get; init; }

    /// <summary>Between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Most threads; null for as many as there are processors. The numbers are the same on any.</summary>
    public int? Threads { get; init; }
}
