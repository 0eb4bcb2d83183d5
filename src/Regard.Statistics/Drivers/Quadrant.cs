namespace Regard.Statistics;

/// <summary>Where an attribute stands between the cross-hairs of importance and performance.</summary>
public enum Quadrant
{
    /// <summary>Important and performing.</summary>
    KeepUp,
    /// <summary>Important and not performing: work on it first.</summary>
    Concentrate,
    /// <summary>Neither.</summary>
    LowPriority,
    /// <summary>Performing beyond its importance.</summary>
    Overkill,
}
