namespace Regard.Statistics;

/// <summary>Why a number is not given. Callers turn it into words.</summary>
public enum Withholding
{
    /// <summary>The number is given.</summary>
    None,
    /// <summary>Fewer answers than the minimum, or too few for a standard error.</summary>
    TooFew,
    /// <summary>Nobody was asked or nobody answered.</summary>
    Unmeasured,
    /// <summary>All values are equal, so what was asked for (a correlation, a reliability, a slope) does not exist.</summary>
    NoSpread,
    /// <summary>The denominator's interval reaches zero or below, so the ratio has no bounds.</summary>
    DenominatorNearZero,
    /// <summary>Fewer units than the comparison needs.</summary>
    TooFewUnits,
    /// <summary>The model has more unknowns than the data can tell apart (a factor behind two items).</summary>
    NotIdentified,
    /// <summary>The estimation did not settle.</summary>
    NoFit,
}
