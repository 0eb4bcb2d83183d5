namespace Regard.Statistics;

/// <summary>Why a lifetime model is not settled. Callers turn it into words.</summary>
public enum LifetimeReason
{
    /// <summary>It is settled.</summary>
    None,
    /// <summary>Fewer customers than the model has parameters and one more.</summary>
    TooFewCustomers,
    /// <summary>Nobody bought again, so nothing tells how often customers buy.</summary>
    NoRepeatPurchase,
    /// <summary>All were born on the last day of the record: there is no time in which they could have bought again.</summary>
    NoTime,
    /// <summary>All customers seem to buy at the same rate: the spread of rates runs to 0.</summary>
    EqualRates,
    /// <summary>Nobody seems to drop out within the record.</summary>
    NoDropOut,
    /// <summary>All customers seem to drop out with the same chance: its spread runs to 0.</summary>
    EqualDropOut,
    /// <summary>Another parameter runs to 0 or without end: the data do not determine it.</summary>
    NotDetermined,
    /// <summary>Too few customers with a positive mean spend of repeat purchases.</summary>
    TooFewAmounts,
    /// <summary>All mean spends are equal.</summary>
    EqualAmounts,
    /// <summary>Nobody left, or nobody stayed, so retention has no course.</summary>
    NoChurnOrNoStay,
    /// <summary>The steps came to no end. Does not happen on data that any of the other reasons leaves.</summary>
    NotSettled,
}
