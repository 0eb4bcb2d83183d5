namespace Regard.Statistics;

/// <summary>What units without a plan came to, as a line over the baseline that is left after its chance part is taken out.</summary>
/// <remarks>
/// Given the measured baseline y1 = true + error, the expected later score is linear in E[true | y1] = mean + B (y1 - mean) with
/// B = between / (between + error variance): regression to the mean is part of the prediction (analysis of covariance with
/// error in the covariate: Lord 1960, JASA 55, 307-321; Fuller 1987, Measurement Error Models, section 1.6). Mean and between-unit
/// variance come from all units, as choosing by baseline does not distort the baseline's own distribution; the line
/// only from units without a plan, as choosing by baseline leaves later given baseline undistorted.
/// </remarks>
sealed class ComparisonLine
{
    const int Passes = 4;
    readonly RandomEffectsLine baseline, later;
    readonly Dictionary<UnitCourse, (double Baseline, double FollowUp)> errors;

    ComparisonLine(RandomEffectsLine baseline, RandomEffectsLine later, Dictionary<UnitCourse, (double, double)> errors) =>
        (this.baseline, this.later, this.errors) = (baseline, later, errors);

    public double Freedom => later.Freedom;

    /// <summary>
    /// True when some unit without a plan may truly have been as weak: its baseline does not exceed this one's by more than the
    /// error of both allows (95 %). Measurement cannot tell such units apart, so the line is held up by data where it is read.
    /// </summary>
    public static bool Overlaps(UnitCourse planned, IReadOnlyList<UnitCourse> comparison) => comparison.Any(other =>
    {
        var (mine, theirs) = (planned.Baseline!, other.Baseline!);
        var error = Math.Sqrt(Math.Pow(mine.StandardError!.Value, 2) + Math.Pow(theirs.StandardError!.Value, 2));
        return theirs.Value - mine.Value <= Quantile.Normal(0.975) * error;
    });

    public static ComparisonLine Fit(IReadOnlyList<UnitCourse> units, IReadOnlyList<UnitCourse> comparison)
    {
        var measured = units.Where(u => u.Measured).ToList();
        var before = UnitErrors.Variances([.. measured.Select(u => u.Baseline!)]);
        var after = UnitErrors.Variances([.. measured.Select(u => u.FollowUp!)]);
        var errors = new Dictionary<UnitCourse, (double Baseline, double FollowUp)>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < measured.Count; i++) errors[measured[i]] = (before[i], after[i]);
        var baseline = RandomEffectsLine.Fit([.. measured.Select(u => u.Baseline!.Value!.Value)], before);

        var (x, y) = (comparison.Select(u => True(baseline, u, errors[u].Baseline)).ToArray(), comparison.Select(u => u.FollowUp!.Value!.Value).ToArray());
        var later = RandomEffectsLine.Fit(y, [.. comparison.Select(u => errors[u].FollowUp)], x);
        // What is left of the baseline's error enters the later score by the slope; a few passes settle slope and weights.
        for (var pass = 1; pass < Passes; pass++)
            later = RandomEffectsLine.Fit(y, [.. comparison.Select(u => Error(baseline, later.Slope, errors[u]))], x);
        return new(baseline, later, errors);
    }

    /// <summary>Mean later score of the units without their plans, and the variance of the observed mean around it.</summary>
    public (double Mean, double Variance) Predict(IReadOnlyList<UnitCourse> units)
    {
        var x = units.Average(u => True(baseline, u, errors[u].Baseline));
        var own = units.Sum(u => later.Between + Error(baseline, later.Slope, errors[u])) / units.Count / units.Count;
        return (later.At(x), own + later.VarianceAt(x));
    }

    static double True(RandomEffectsLine baseline, UnitCourse unit, double error) =>
        baseline.Level + Reliability(baseline, error) * (unit.Baseline!.Value!.Value - baseline.Level);

    static double Error(RandomEffectsLine baseline, double slope, (double Baseline, double FollowUp) error) =>
        error.FollowUp + slope * slope * Reliability(baseline, error.Baseline) * error.Baseline;

    static double Reliability(RandomEffectsLine baseline, double error) =>
        baseline.Between > 0 ? baseline.Between / (baseline.Between + error) : 0;
}
