namespace Regard.Statistics;

/// <summary>Why the effect of a treatment cannot be tested.</summary>
public enum EffectRefusal
{
    /// <summary>It was tested.</summary>
    None,
    /// <summary>Fewer than three treated units, or three to compare with, were measured before and after.</summary>
    TooFewUnits,
    /// <summary>No unit was left untreated: nothing shows what would have come without the treatment.</summary>
    NoComparison,
    /// <summary>No unit was treated.</summary>
    NoTreatment,
    /// <summary>Nothing was measured before the treatment.</summary>
    NoBefore,
    /// <summary>Nothing was measured since the treatment.</summary>
    NoAfter,
    /// <summary>Treated and untreated units went different ways before the treatment already.</summary>
    BrokenComparability,
}
