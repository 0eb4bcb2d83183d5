namespace Regard.Statistics;

/// <summary>How the stored step b of a slot is read: offset + factor b.</summary>
/// <param name="Offset">What step 0 means.</param>
/// <param name="Factor">What one step is worth.</param>
public readonly record struct Reading(double Offset, double Factor)
{
    /// <summary>The value of a step, or of a mean of steps.</summary>
    public double Of(double step) => Offset + Factor * step;
}
