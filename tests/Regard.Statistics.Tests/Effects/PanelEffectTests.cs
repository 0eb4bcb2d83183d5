using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Effects;

public sealed class PanelEffectTests
{
    // A score for each unit (row) and period (column); 1 in the second table where treated.
    static Observations Rows(double[][] scores, Func<int, int, bool> treated) => Observations.Of(["unit", "period", "score", "treated"], [
        [.. scores.SelectMany((row, u) => row.Select(_ => (double)u))], [.. scores.SelectMany(row => row.Select((_, t) => (double)t))],
        [.. scores.SelectMany(row => row)], [.. scores.SelectMany((row, u) => row.Select((_, t) => treated(u, t) ? 1.0 : 0))]]);

    static readonly PanelColumns Own = new("unit", "period", "score", "treated");

    static PanelEffect Judge(double[][] scores, Func<int, int, bool> treated, double? from = null) => PanelEffect.Judge(Rows(scores, treated), Own with { From = from }, new() { Resamples = 99 });

    static double[][] Noisy(int units, int periods, Func<int, int, double> add)
    {
        var chance = Draws.Seeded(9).Of(0);
        return [.. Enumerable.Range(0, units).Select(u => Enumerable.Range(0, periods).Select(t => 70 + 3 * chance.Normal() + add(u, t)).ToArray())];
    }

    [Fact]
    public void Different_starts_are_compared_group_by_group_by_hand()
    {
        // Two early (from 1), two late (from 2), three never. Against those not treated yet: ATT(1,1), ATT(1,2), ATT(2,2).
        double[][] scores = [[10, 16, 18], [12, 17, 22], [9, 10, 15], [11, 11, 14], [10, 11, 12], [8, 10, 11], [12, 12, 13]];
        var judged = Judge(scores, (u, t) => (u < 2 && t >= 1) || (u is 2 or 3 && t >= 2));
        var att11 = 5.5 - (1 + 0 + 1 + 2 + 0) / 5.0;
        var att12 = 9 - 2.0;
        var att22 = 4 - 1.0;
        Assert.True(judged.Staggered);
        Assert.Equal((att11 + att12 + att22) / 3, judged.Effect!.Value!.Value, 1e-12);
        Assert.Equal([att11, att12], judged.ByGroup.Where(g => g.Start == 1 && g.Period >= 1).Select(g => g.Effect.Value!.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal((2 * att11 + 2 * att22) / 4, judged.ByTimeSince.Single(e => e.Since == 0).Effect.Value!.Value, 1e-12);
        // Welch: ATT(1,2) is a difference of two means of changes, variances 2 / 2 and 1 / 3.
        var change = judged.ByGroup.Single(g => g is { Start: 1, Period: 2 }).Effect;
        Assert.Equal(Math.Sqrt(2 / 2.0 + 1 / 3.0), change.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void One_start_gives_the_plain_difference_in_differences()
    {
        double[][] scores = [[1, 4], [2, 6], [3, 5], [1, 2], [2, 2], [4, 5]];
        var judged = Judge(scores, (u, _) => u < 3, from: 1);
        Assert.Equal(3 - 2 / 3.0, judged.Effect!.Value!.Value, 1e-12);
        Assert.Equal((6, 3, 3), (judged.Clusters, judged.TreatedUnits, judged.ComparisonUnits));
        Assert.Null(judged.PreTrendPValue);
        // Two periods: the same as Welch's error of two means of changes.
        Assert.Equal(Math.Sqrt(1 / 3.0 + 1 / 9.0), judged.Effect.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void A_clear_effect_is_effective_or_harmful_as_the_outcome_is_good_or_bad()
    {
        var rows = Rows(Noisy(16, 6, (u, t) => u < 8 && t >= 3 ? 12 : 0), (u, _) => u < 8);
        Assert.Equal(Verdict.Effective, PanelEffect.Judge(rows, Own with { From = 3 }).Verdict);
        Assert.Equal(Verdict.Harmful, PanelEffect.Judge(rows, Own with { From = 3 }, new() { HigherIsBetter = false }).Verdict);
    }

    [Fact]
    public void What_cannot_be_tested_is_refused_by_its_reason()
    {
        void Refused(EffectRefusal refusal, PanelEffect judged) => Assert.Equal((Verdict.NotTestable, refusal), (judged.Verdict, judged.Refusal));
        var scores = Noisy(10, 6, (_, _) => 0);
        Refused(EffectRefusal.NoComparison, Judge(scores, (_, _) => true, from: 3));
        Refused(EffectRefusal.NoTreatment, Judge(scores, (_, _) => false, from: 3));
        Refused(EffectRefusal.TooFewUnits, Judge(scores, (u, _) => u < 2, from: 3));
        Refused(EffectRefusal.TooFewUnits, Judge(scores, (u, _) => u < 8, from: 3));
        Refused(EffectRefusal.NoBefore, Judge(scores, (u, _) => u < 5, from: 0));
        Refused(EffectRefusal.NoAfter, Judge(scores, (u, _) => u < 5, from: 6));
        Refused(EffectRefusal.BrokenComparability, Judge(Noisy(12, 8, (u, t) => u < 6 ? 4 * t : 0), (u, _) => u < 6, from: 5));
    }

    [Fact]
    public void Columns_that_contradict_themselves_are_refused_by_name()
    {
        var scores = Noisy(8, 4, (_, _) => 0);
        Assert.Contains("treated", Assert.Throws<DataRefused>(() => Judge(scores, (u, t) => u < 4 && t == 2)).Message);
        var twos = Rows(scores, (u, _) => u < 4);
        Assert.Contains("treated", Assert.Throws<DataRefused>(() => PanelEffect.Judge(
            Observations.Of(twos.Names, [twos["unit"].ToArray(), twos["period"].ToArray(), twos["score"].ToArray(), [.. twos["treated"].ToArray().Select(d => 2 * d)]]), Own)).Message);
    }

    [Fact]
    public void Few_clusters_take_webbs_points_and_the_p_value_stays_in_order()
    {
        var judged = PanelEffect.Judge(PanelData.Rows(), PanelData.Columns);
        Assert.InRange(judged.WildPValue!.Value, 0.02, 0.15);
        Assert.InRange(Judge([[1, 4], [2, 6], [3, 5], [1, 2], [2, 2], [4, 5]], (u, _) => u < 3, from: 1).WildPValue!.Value, 0.01, 0.5);
    }
}

public sealed class PanelEffectContract : EstimatorContract
{
    private protected override Observations Data => PanelData.Rows(several: true);

    private protected override IReadOnlyList<string> Needed => ["score"];

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var e = PanelEffect.Judge(data, PanelData.Columns, new() { Draws = Draws.Seeded(seed), Resamples = 199 });
        return [e.Effect?.Value, e.Effect?.StandardError, e.PValue, e.WildPValue, e.PreTrendPValue, e.LeadsPValue, e.Placebo?.Value, e.Adjusted?.Value, e.Adjusted?.StandardError, e.SmallestDetectable, e.BeforeAfter?.Value];
    }
}
