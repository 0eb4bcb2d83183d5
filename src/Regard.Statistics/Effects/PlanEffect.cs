namespace Regard.Statistics;

/// <summary>What an improvement plan did: the later score less what units that were as weak and had no plan came to.</summary>
/// <remarks>
/// Units chosen because they scored worst rise without any plan, as part of their weakness was chance (Galton 1886; Davis 1976,
/// Am. J. Epidemiology 104, 493-498). So a unit is not held against its own past but against its conditional expectation, see
/// <see cref="ComparisonLine"/>. The test is that of a new observation under a fitted line (prediction interval).
/// </remarks>
public sealed record PlanEffect
{
    /// <summary>Comparison units that must be measured both times, so that the line keeps four degrees of freedom.</summary>
    public const int FewestComparisonUnits = 6;

    /// <summary>What may be said.</summary>
    public Verdict Verdict { get; private init; } = Verdict.NotTestable;

    /// <summary>Why not testable; None otherwise.</summary>
    public PlanRefusal Refusal { get; private init; }

    /// <summary>Later score less expected score, points, with its interval; null when not testable.</summary>
    public Estimate? Effect { get; private init; }

    /// <summary>Two-sided; null when not testable.</summary>
    public double? PValue { get; private init; }

    /// <summary>Score to be expected without a plan (mean over the units judged), points; null when not testable.</summary>
    public double? Expected { get; private init; }

    /// <summary>Later less baseline (mean over the units judged): what a naive comparison would claim; null when not testable.</summary>
    public double? Change { get; private init; }

    /// <summary>Effect that would be found four times out of five (power 0.8), points; null when not testable.</summary>
    public double? SmallestDetectable { get; private init; }

    /// <summary>Units without a plan that were measured both times.</summary>
    public int ComparisonUnits { get; private init; }

    /// <summary>Planned units that the verdict rests on; 0 when not testable.</summary>
    public int PlannedUnits { get; private init; }

    /// <summary>Judges the plan of one unit.</summary>
    /// <param name="units">All units with this indicator, planned or not.</param>
    /// <param name="unit">Index of the planned unit.</param>
    /// <param name="confidence">Between 0 and 1; 0.95 lets 2.5 % of useless plans pass as effective.</param>
    public static PlanEffect Judge(IReadOnlyList<UnitCourse> units, int unit, double confidence = 0.95) =>
        Judge(units, [units[unit]], confidence);

    /// <summary>Judges all planned units of one indicator together by their mean effect; those without overlap are left out.</summary>
    /// <param name="units">All units with this indicator, planned or not.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>Speaks of these units, not of plans in general: effects may differ between them.</remarks>
    public static PlanEffect JudgeTogether(IReadOnlyList<UnitCourse> units, double confidence = 0.95) =>
        Judge(units, [.. units.Where(u => u.Planned)], confidence);

    static PlanEffect Judge(IReadOnlyList<UnitCourse> units, IReadOnlyList<UnitCourse> planned, double confidence)
    {
        var comparison = units.Where(u => u is { Planned: false, Measured: true }).ToList();
        PlanEffect Refuse(PlanRefusal refusal) => new() { Refusal = refusal, ComparisonUnits = comparison.Count };
        var measured = planned.Where(u => u.Measured).ToList();
        if (measured.Count == 0) return Refuse(planned.Count == 0 ? PlanRefusal.NoBaseline : planned[0].Refusal);
        if (comparison.Count < FewestComparisonUnits) return Refuse(PlanRefusal.TooFewComparisonUnits);
        var judged = measured.Where(u => ComparisonLine.Overlaps(u, comparison)).ToList();
        if (judged.Count == 0) return Refuse(PlanRefusal.NoOverlap);

        var line = ComparisonLine.Fit(units, comparison);
        var (expected, variance) = line.Predict(judged);
        var (effect, se) = (judged.Average(u => u.FollowUp!.Value!.Value) - expected, Math.Sqrt(variance));
        var estimate = Estimate.Of(effect, se, line.Freedom, judged.Sum(u => u.FollowUp!.N), judged.Sum(u => u.FollowUp!.EffectiveN), confidence);
        return new()
        {
            Verdict = estimate.Lower > 0 ? Verdict.Effective : estimate.Upper < 0 ? Verdict.Harmful : Verdict.NoEvidence,
            Effect = estimate,
            PValue = se > 0 ? Quantile.StudentTwoSided(effect / se, line.Freedom) : null,
            Expected = expected,
            Change = judged.Average(u => u.FollowUp!.Value!.Value - u.Baseline!.Value!.Value),
            SmallestDetectable = (Quantile.Student(0.5 + confidence / 2, line.Freedom) + Quantile.Student(0.8, line.Freedom)) * se,
            ComparisonUnits = comparison.Count,
            PlannedUnits = judged.Count,
        };
    }
}
