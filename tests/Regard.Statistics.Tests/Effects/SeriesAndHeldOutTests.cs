using Regard.Statistics.Tests.Contract;
using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Effects;

public sealed class InterruptedSeriesTests
{
    static readonly double[] Values = [70.1, 71.2, 69.8, 70.9, 72.0, 71.1, 70.6, 71.9, 72.8, 72.1, 78.0, 79.4, 78.1, 77.9, 79.6, 80.8, 80.1, 79.9, 81.5, 82.2];

    [Fact]
    public void Jump_turn_and_correlation_equal_those_of_gls()
    {
        // R 4.2.2, nlme 3.1-162: gls(y ~ t + p + pt, correlation = corAR1()), REML; 2026-11-22.
        var fit = InterruptedSeries.Fit(Values, 10);
        Reference.Close(0.13845031981803, fit.Autocorrelation, 1e-5);
        Reference.Close(5.36909596337963, fit.Level.Value, 1e-6);
        Reference.Close(0.739868718909721, fit.Level.StandardError, 1e-5);
        Reference.Close(0.19495651286141, fit.Slope.Value, 1e-6);
        Reference.Close(0.133451803743361, fit.Slope.StandardError, 1e-5);
        Assert.True(fit.LevelP < 0.01);
    }

    [Fact]
    public void A_series_with_a_seed_repeats_and_a_short_one_is_refused()
    {
        Assert.Equal(InterruptedSeries.Fit(Values, 10, Draws.Seeded(4)), InterruptedSeries.Fit(Values, 10, Draws.Seeded(4)));
        Assert.Throws<DataRefused>(() => InterruptedSeries.Fit(Values, 5));
        Assert.Throws<DataRefused>(() => InterruptedSeries.Fit([.. Enumerable.Range(0, 20).Select(t => 2.0 * t)], 10));
    }

    [Fact]
    public void Where_all_units_are_treated_the_series_is_told_beside_the_refusal()
    {
        var chance = Draws.Seeded(2).Of(0);
        var rows = (from u in Enumerable.Range(0, 5) from t in Enumerable.Range(0, 20) select (u, t, y: Values[t] + u + chance.Normal())).ToArray();
        var data = Observations.Of(["u", "t", "y", "d"], [[.. rows.Select(r => (double)r.u)], [.. rows.Select(r => (double)r.t)], [.. rows.Select(r => r.y)], [.. rows.Select(_ => 1.0)]]);
        var judged = PanelEffect.Judge(data, new("u", "t", "y", "d", 10), new() { Resamples = 199 });
        Assert.Equal((Verdict.NotTestable, EffectRefusal.NoComparison), (judged.Verdict, judged.Refusal));
        Assert.InRange(judged.Series!.Level.Value!.Value, 3, 8);
    }
}

public sealed class HeldOutGroupTests
{
    [Fact]
    public void Shares_are_judged_by_their_difference()
    {
        var judged = HeldOutGroup.Shares((160, 200), (120, 200));
        Assert.Equal(Verdict.Effective, judged.Verdict);
        Assert.Equal(0.2, judged.Effect!.Value!.Value, 1e-12);
        Assert.Equal(Verdict.Harmful, HeldOutGroup.Shares((160, 200), (120, 200), higherIsBetter: false).Verdict);
        Assert.Equal(Verdict.NoEvidence, HeldOutGroup.Shares((62, 100), (60, 100)).Verdict);
        Assert.Equal(EffectRefusal.TooFewUnits, HeldOutGroup.Shares((5, 9), (60, 100)).Refusal);
    }

    [Fact]
    public void A_useless_action_is_found_significant_in_five_per_cent_and_a_planned_effect_in_eighty()
    {
        const int worlds = 4000;
        var (shares, means, found) = (0, 0, 0);
        for (var w = 0; w < worlds; w++)
        {
            var chance = Draws.Seeded(12).Of(w);
            long Stayed(double p) => Enumerable.Range(0, 300).LongCount(_ => chance.Uniform() < p);
            Estimate Mean(double level) => DesignMeans.Of([[.. Enumerable.Range(0, 40).Select(_ => (double?)(level + 20 * chance.Normal()))]]).Mean(0);
            if (HeldOutGroup.Shares((Stayed(0.7), 300), (Stayed(0.7), 300)).Verdict is not Verdict.NoEvidence) shares++;
            var judged = HeldOutGroup.Means(Mean(70), Mean(70));
            if (judged.Verdict != Verdict.NoEvidence) means++;
            if (HeldOutGroup.Means(Mean(70 + 12.7), Mean(70)).Verdict == Verdict.Effective) found++;
        }
        Seen.InRange(shares / (double)worlds, 0.04, 0.06);
        Seen.InRange(means / (double)worlds, 0.04, 0.06);
        Assert.InRange(found / (double)worlds, 0.77, 0.83);
    }
}

public sealed class InterruptedSeriesContract : SeriesContract
{
    private protected override (IReadOnlyList<double?> Levels, IReadOnlyList<double?> Plain) Fit(IReadOnlyList<double> series, long seed)
    {
        var fit = InterruptedSeries.Fit(series, series.Count / 2, Draws.Seeded(seed), 99);
        return ([fit.Level.Value, fit.Level.Lower, fit.Slope.Value, fit.Slope.Upper, fit.SmallestDetectable], [fit.LevelP, fit.SlopeP, fit.Autocorrelation]);
    }
}

public sealed class HeldOutContract : EstimatorContract
{
    private protected override Observations Data { get; } = Made();

    static Observations Made()
    {
        var chance = Draws.Seeded(13).Of(0);
        double[] treated = [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? 0.0 : 1)];
        return Observations.Of(["treated", "outcome"], [treated, [.. treated.Select(t => 60 + 5 * t + 10 * chance.Normal())]]);
    }

    // One group alone is judged not testable rather than refused, and equal outcomes are an answer.
    private protected override IReadOnlyList<string> Needed => [];

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var (treated, outcome) = (data.Require(2)["treated"].ToArray(), data["outcome"].ToArray());
        Estimate Mean(double group) => DesignMeans.Of([[.. outcome.Zip(treated, (o, t) => t == group ? o : (double?)null)]]).Mean(0);
        (long, long) Share(double group) => (outcome.Where((o, i) => treated[i] == group && o > 60).LongCount(), treated.LongCount(t => t == group));
        var (means, shares) = (HeldOutGroup.Means(Mean(1), Mean(0)), HeldOutGroup.Shares(Share(1), Share(0)));
        return [means.Effect?.Value, means.Effect?.Lower, means.PValue, means.SmallestDetectable, shares.Effect?.Value, shares.Effect?.Upper, shares.PValue];
    }
}
