namespace Regard.Statistics;

/// <summary>Why no optimum can be told.</summary>
public enum OptimumReason
{
    /// <summary>It can.</summary>
    None,
    /// <summary>The outcome does not rise with satisfaction.</summary>
    NoRelation,
    /// <summary>Even the first point above the lowest does not bring what it costs.</summary>
    NeverPays,
    /// <summary>The last point measured still brings more than it costs: the optimum, if there is one, lies above.</summary>
    StillPaysAtTheTop,
    /// <summary>Chance alone could put the optimum at either end.</summary>
    Uncertain,
}
