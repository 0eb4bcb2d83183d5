namespace Regard.Statistics;

/// <summary>One unit's indicator before and after, and whether a plan was at work between.</summary>
/// <param name="Baseline">Score before, higher is better; null when not measured.</param>
/// <param name="FollowUp">Score after, same scale; null when not measured.</param>
/// <param name="Planned">True when the unit had a plan on this indicator.</param>
public sealed record UnitCourse(Estimate? Baseline, Estimate? FollowUp, bool Planned)
{
    internal bool Measured => Baseline is { Withheld: false } && FollowUp is { Withheld: false };

    internal PlanRefusal Refusal => (Baseline, FollowUp) switch
    {
        (null or { Reason: Withholding.Unmeasured }, _) => PlanRefusal.NoBaseline,
        ({ Withheld: true }, _) => PlanRefusal.BelowMinimum,
        (_, null or { Reason: Withholding.Unmeasured }) => PlanRefusal.NoFollowUp,
        (_, { Withheld: true }) => PlanRefusal.BelowMinimum,
        _ => PlanRefusal.None,
    };
}
