namespace Regard.Statistics.Tests.Effects;

public sealed class PlanRefusalTests
{
    static readonly Estimate Weak = Estimate.Of(50, 3, 50, 51), Later = Estimate.Of(55, 3, 50, 51), Thin = Estimate.Withhold(Withholding.TooFew, 3);

    static UnitCourse[] Comparison(int units, double baseline) =>
        [.. Enumerable.Range(0, units).Select(i => new UnitCourse(Estimate.Of(baseline + i, 3, 50, 51), Estimate.Of(baseline + i + i % 3, 3, 50, 51), Planned: false))];

    static PlanRefusal Refusal(UnitCourse planned, UnitCourse[] others)
    {
        var effect = PlanEffect.Judge([planned, .. others], 0);
        Assert.Equal(effect.Refusal == PlanRefusal.None, effect.Verdict != Verdict.NotTestable);
        Assert.Equal(effect.Refusal == PlanRefusal.None, effect.Effect is not null);
        return effect.Refusal;
    }

    [Fact]
    public void A_plan_without_a_baseline_is_not_testable() => Assert.Equal(PlanRefusal.NoBaseline, Refusal(new(null, Later, true), Comparison(10, 48)));

    [Fact]
    public void A_plan_without_a_follow_up_is_not_testable() => Assert.Equal(PlanRefusal.NoFollowUp, Refusal(new(Weak, null, true), Comparison(10, 48)));

    [Fact]
    public void Too_few_respondents_before_or_after_are_not_testable()
    {
        Assert.Equal(PlanRefusal.BelowMinimum, Refusal(new(Thin, Later, true), Comparison(10, 48)));
        Assert.Equal(PlanRefusal.BelowMinimum, Refusal(new(Weak, Thin, true), Comparison(10, 48)));
    }

    [Fact]
    public void Too_few_other_units_are_not_testable() =>
        Assert.Equal(PlanRefusal.TooFewComparisonUnits, Refusal(new(Weak, Later, true), Comparison(5, 48)));

    [Fact]
    public void A_unit_far_weaker_than_all_without_a_plan_is_not_testable() =>
        Assert.Equal(PlanRefusal.NoOverlap, Refusal(new(Weak, Later, true), Comparison(10, 70)));

    [Fact]
    public void A_unit_among_equals_is_testable() => Assert.Equal(PlanRefusal.None, Refusal(new(Weak, Later, true), Comparison(10, 48)));

    [Fact]
    public void Other_planned_units_are_no_comparison()
    {
        UnitCourse[] planned = [.. Comparison(10, 48).Select(u => u with { Planned = true })];
        Assert.Equal(PlanRefusal.TooFewComparisonUnits, Refusal(new(Weak, Later, true), planned));
    }

    [Fact]
    public void Baselines_that_do_not_differ_fall_back_to_the_mean_of_the_others()
    {
        UnitCourse[] others = [.. Enumerable.Range(0, 8).Select(i => new UnitCourse(Estimate.Of(60, 3, 50, 51), Estimate.Of(62 + i % 2, 3, 50, 51), false))];
        var effect = PlanEffect.Judge([new(Estimate.Of(60, 3, 50, 51), Estimate.Of(64, 3, 50, 51), true), .. others], 0);
        Assert.Equal(62.5, effect.Expected!.Value, 1e-9);
        Assert.Equal(7, effect.Effect!.DegreesOfFreedom);
    }

    [Fact]
    public void Nothing_planned_is_not_testable() => Assert.Equal(Verdict.NotTestable, PlanEffect.JudgeTogether(Comparison(10, 48)).Verdict);
}
