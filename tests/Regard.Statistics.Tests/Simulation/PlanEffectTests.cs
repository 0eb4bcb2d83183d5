namespace Regard.Statistics.Tests.Simulation;

public sealed class PlanEffectTests
{
    const int Units = 40, Worst = 8;

    [Fact]
    public void The_worst_units_rise_by_themselves_and_no_useless_plan_is_called_effective()
    {
        var tally = new Tally();
        foreach (var units in Worlds(300, seed: 1, effect: 0)) tally.Add(units);
        Seen.InRange(tally.Naive, 0.08, 1);
        Seen.InRange(tally.NaiveTogether, 0.35, 1);
        Seen.InRange(tally.Effective, 0, 0.05);
        Seen.InRange(tally.Harmful, 0, 0.05);
        Seen.InRange(tally.EffectiveTogether, 0, 0.05);
        Seen.InRange(tally.HarmfulTogether, 0, 0.05);
    }

    [Fact]
    public void It_stays_so_with_few_comparison_units_and_unequal_samples()
    {
        var tally = new Tally();
        foreach (var units in Worlds(400, seed: 2, effect: 0, count: 14, worst: 4, unequal: true)) tally.Add(units);
        Seen.InRange(tally.Effective, 0, 0.05);
        Seen.InRange(tally.EffectiveTogether, 0, 0.05);
    }

    [Fact]
    public void A_plan_that_lifts_a_unit_by_twelve_points_is_mostly_found()
    {
        var tally = new Tally();
        foreach (var units in Worlds(200, seed: 3, effect: 12, error: 2.5)) tally.Add(units);
        Seen.InRange(tally.Effective, 0.6, 1);
        Seen.InRange(tally.EffectiveTogether, 0.95, 1);
    }

    [Fact]
    public void The_mean_effect_is_estimated_without_bias_and_its_interval_holds_it()
    {
        var (sum, held, tested) = (0.0, 0, 0);
        foreach (var units in Worlds(2000, seed: 4, effect: 6))
        {
            if (PlanEffect.JudgeTogether(units).Effect is not { } effect) continue;
            tested++;
            sum += effect.Value!.Value;
            if (effect.Lower <= 6 && 6 <= effect.Upper) held++;
        }
        Seen.InRange(sum / tested, 5.5, 6.5);
        Seen.InRange(held / (double)tested, 0.93, 0.97);
    }

    [Fact]
    public void A_plan_that_does_damage_is_called_harmful() =>
        Assert.Equal(Verdict.Harmful, PlanEffect.JudgeTogether(Worlds(1, seed: 5, effect: -15).Single()).Verdict);

    // Units with true levels of sd 5, errors each time, own drift of sd 2; the worst at baseline get a plan.
    static IEnumerable<UnitCourse[]> Worlds(int worlds, int seed, double effect, int count = Units, int worst = Worst, bool unequal = false, double error = 4)
    {
        var draws = Draws.Seeded(seed).Of(0);
        for (var world = 0; world < worlds; world++)
        {
            var errors = Enumerable.Range(0, count).Select(i => unequal ? 2 + i % 4 * 2 : error).ToArray();
            var truth = errors.Select(_ => 70 + 5 * draws.Normal()).ToArray();
            var before = truth.Zip(errors, (t, e) => t + e * draws.Normal()).ToArray();
            var limit = before.Order().ElementAt(worst);
            double Later(int i) => truth[i] + 1 + 2 * draws.Normal() + (before[i] < limit ? effect : 0) + errors[i] * draws.Normal();
            yield return [.. truth.Select((_, i) => Course(before[i], Later(i), errors[i], before[i] < limit))];
        }
    }

    static UnitCourse Course(double before, double after, double error, bool planned) =>
        new(Estimate.Of(before, error, 60, 61), Estimate.Of(after, error, 60, 61), planned);

    sealed class Tally
    {
        int judged, naive, effective, harmful, together, naiveTogether, effectiveTogether, harmfulTogether;

        public double Naive => naive / (double)judged;
        public double NaiveTogether => naiveTogether / (double)together;
        public double Effective => effective / (double)judged;
        public double Harmful => harmful / (double)judged;
        public double EffectiveTogether => effectiveTogether / (double)together;
        public double HarmfulTogether => harmfulTogether / (double)together;

        public void Add(UnitCourse[] units)
        {
            for (var i = 0; i < units.Length; i++)
            {
                if (!units[i].Planned || PlanEffect.Judge(units, i) is not { Verdict: not Verdict.NotTestable } judgement) continue;
                judged++;
                if (WelchTest.Of(units[i].FollowUp!, units[i].Baseline!).Difference.Lower > 0) naive++;
                if (judgement.Verdict == Verdict.Effective) effective++;
                if (judgement.Verdict == Verdict.Harmful) harmful++;
            }
            if (PlanEffect.JudgeTogether(units) is not { Verdict: not Verdict.NotTestable } all) return;
            together++;
            if (PairedRise([.. units.Where(u => u.Planned).Select(u => u.FollowUp!.Value!.Value - u.Baseline!.Value!.Value)])) naiveTogether++;
            if (all.Verdict == Verdict.Effective) effectiveTogether++;
            if (all.Verdict == Verdict.Harmful) harmfulTogether++;
        }

        // What is usually done: a paired t test of after against before.
        static bool PairedRise(double[] changes)
        {
            var mean = changes.Average();
            var se = Math.Sqrt(changes.Sum(c => (c - mean) * (c - mean)) / (changes.Length - 1) / changes.Length);
            return mean - Quantile.Student(0.975, changes.Length - 1) * se > 0;
        }
    }
}
