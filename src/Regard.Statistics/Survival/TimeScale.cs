namespace Regard.Statistics;

/// <summary>On which scale of time a coefficient is asked whether it drifts.</summary>
public enum TimeScale
{
    /// <summary>Share that has left before (one less Kaplan-Meier), so that late single events do not decide; R's default.</summary>
    KaplanMeier,
    /// <summary>Time itself.</summary>
    Identity,
    /// <summary>Logarithm of time.</summary>
    Log,
}
