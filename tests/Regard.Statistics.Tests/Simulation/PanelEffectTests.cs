namespace Regard.Statistics.Tests.Simulation;

/// <summary>1,000 worlds each; chance alone moves a rate of 5 % by 0.7 points.</summary>
public sealed class PanelEffectTests
{
    const int Worlds = 1000;

    static double Rate(IReadOnlyList<PanelEffect> judged, Func<PanelEffect, bool> is_) => judged.Count(is_) / (double)judged.Count;

    static bool Excludes(Estimate? e, double value = 0) => e is { Withheld: false } && (e.Lower > value || e.Upper < value);

    [Fact]
    public void A_useless_treatment_by_lot_is_found_significant_in_five_per_cent()
    {
        var judged = new PanelWorlds().Judge(Worlds, 4);
        Seen.InRange(Rate(judged, j => j.PValue < 0.05), 0.04, 0.06);
        Seen.InRange(Rate(judged, j => Excludes(j.Adjusted)), 0.04, 0.06);
        Seen.InRange(Rate(judged, j => j.PreTrendPValue < 0.05), 0.04, 0.06);
        Seen.InRange(Rate(judged, j => Excludes(j.Placebo)), 0.04, 0.06);
        Seen.InRange(Rate(judged, j => j.Verdict == Verdict.Effective), 0, 0.03);
    }

    [Fact]
    public void The_wild_bootstrap_finds_it_significant_in_five_per_cent() =>
        Seen.InRange(Rate(new PanelWorlds(20, 4, 2).Judge(Worlds, 6, new() { Resamples = 199 }), j => j.WildPValue <= 0.05), 0.04, 0.06);

    [Theory]
    [InlineData("last", 2), InlineData("last", 8), InlineData("mean", 8)]
    public void The_worst_units_rise_by_themselves_and_no_useless_treatment_is_called_effective(string by, int periods)
    {
        var judged = new PanelWorlds(30, periods, periods / 2) { Error = 5, Persistence = 0, WorstBy = by == "last" ? x => x[^1] : x => x.Average() }.Judge(Worlds, 4);
        if (periods == 2) Assert.True(Rate(judged, j => j.BeforeAfter!.Lower > 0) > 0.3, "naive");
        Assert.True(Rate(judged, j => j.Effect!.Lower > 0) > 0.1, "difference in differences alone");
        Seen.InRange(Rate(judged, j => j.Verdict == Verdict.Effective), 0, 0.05);
        Seen.InRange(Rate(judged, j => j.Verdict == Verdict.Harmful), 0, 0.05);
        Seen.InRange(Rate(judged, j => !Excludes(j.Adjusted)), 0.93, 0.97);
        Assert.Contains(judged, j => j is { ExplainedByBaseline: true, Verdict: Verdict.NoEvidence });
    }

    [Fact]
    public void A_true_effect_is_recovered_and_found()
    {
        var judged = new PanelWorlds { Effect = 5 }.Judge(Worlds, 4);
        Assert.InRange(judged.Average(j => j.Effect!.Value!.Value), 4.85, 5.15);
        Seen.InRange(Rate(judged, j => !Excludes(j.Effect, 5)), 0.93, 0.97);
        Seen.InRange(Rate(judged, j => !Excludes(j.Adjusted, 5)), 0.93, 0.97);
        Assert.True(Rate(judged, j => j.Verdict == Verdict.Effective) > 0.85);
        var smallest = judged.Average(j => j.SmallestDetectable!.Value);
        Assert.InRange(Rate(new PanelWorlds { Effect = smallest }.Judge(500, 8), j => j.Effect!.Lower > 0), 0.75, 0.87);
    }

    [Fact]
    public void Units_that_went_another_way_before_are_mostly_not_called_comparable()
    {
        var judged = new PanelWorlds { Divergence = 2.5 }.Judge(300, 4);
        Assert.True(Rate(judged, j => j.Refusal == EffectRefusal.BrokenComparability) > 0.9);
    }

    [Fact]
    public void Group_time_effects_of_different_starts_keep_their_size_and_recover_the_truth()
    {
        var worlds = new PanelWorlds(40, 10, 4, 15) { Stagger = 2 };
        var judged = worlds.Judge(Worlds, 4);
        Seen.InRange(Rate(judged, j => j.PValue < 0.05), 0.04, 0.06);
        Seen.InRange(Rate(judged, j => j.PreTrendPValue < 0.05), 0.04, 0.06);
        var found = (worlds with { Effect = 4 }).Judge(Worlds, 5);
        Assert.InRange(found.Average(j => j.Effect!.Value!.Value), 3.8, 4.2);
        Seen.InRange(Rate(found, j => !Excludes(j.Effect, 4)), 0.93, 0.97);
        Seen.InRange(found.Average(j => j.ByTimeSince.Where(e => e.Since >= 0).Average(e => Excludes(e.Effect, 4) ? 0.0 : 1)), 0.93, 0.97);
        Seen.InRange(found.Average(j => j.ByGroup.Where(e => e.Period >= e.Start).Average(e => Excludes(e.Effect, 4) ? 0.0 : 1)), 0.93, 0.97);
    }
}
