namespace Regard.Statistics;

/// <summary>On which scale the interval of a survival share is symmetric.</summary>
public enum SurvivalInterval
{
    /// <summary>log(-log S): stays within 0 to 1, the best coverage in small groups. Kalbfleisch and Prentice (1980), section 1.3.</summary>
    LogLog,
    /// <summary>log S, cut at 1 (R's default).</summary>
    Log,
    /// <summary>S itself, cut at 0 and 1.</summary>
    Plain,
}
