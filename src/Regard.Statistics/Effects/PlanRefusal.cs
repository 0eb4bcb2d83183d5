namespace Regard.Statistics;

/// <summary>Why a plan's effect cannot be tested.</summary>
public enum PlanRefusal
{
    /// <summary>It was tested.</summary>
    None,
    /// <summary>The indicator was not measured in the unit before the plan.</summary>
    NoBaseline,
    /// <summary>The indicator has not been measured in the unit after the plan.</summary>
    NoFollowUp,
    /// <summary>It was measured, on fewer respondents than may be reported.</summary>
    BelowMinimum,
    /// <summary>Too few units without a plan were measured both times.</summary>
    TooFewComparisonUnits,
    /// <summary>No unit without a plan was as weak as this one, so nothing shows how it would have gone on.</summary>
    NoOverlap,
}
