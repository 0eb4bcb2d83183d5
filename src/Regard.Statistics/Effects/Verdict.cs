namespace Regard.Statistics;

/// <summary>What may be said of a plan.</summary>
public enum Verdict
{
    /// <summary>The score rose above what would have come without the plan, beyond chance.</summary>
    Effective,
    /// <summary>No difference that chance does not explain; see the smallest effect that could have been seen.</summary>
    NoEvidence,
    /// <summary>The score fell below what would have come without the plan, beyond chance.</summary>
    Harmful,
    /// <summary>The data do not allow a test; see the refusal.</summary>
    NotTestable,
}
