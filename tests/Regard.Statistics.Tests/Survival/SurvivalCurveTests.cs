namespace Regard.Statistics.Tests.Survival;

/// <summary>R 4.2.2, survival 3.5-3 on <see cref="SmallBase"/>: survfit, survdiff (2026-11-22).</summary>
public sealed class SurvivalCurveTests
{
    static readonly SurvivalColumns Plain = new("time", "left"), Late = new("time", "left", "entry"), Weighted = new("time", "left", Weight: "weight");
    static readonly double[] Times = [3, 8, 15];

    static IEnumerable<double?> At(KaplanMeier curve, Func<Estimate, double?> read) => Times.Select(t => read(curve.At(t)));

    [Fact]
    public void Intervals_equal_survfit_on_each_scale()
    {
        var logLog = KaplanMeier.Fit(SmallBase.Data, Plain);
        SmallBase.Close(At(logLog, e => e.Lower), 0.778968957188525, 0.590627530032783, 0.306750020100487);
        SmallBase.Close(At(logLog, e => e.Upper), 0.930322579449557, 0.793638006157557, 0.531816698543464);
        var plain = KaplanMeier.Fit(SmallBase.Data, Plain, new(SurvivalInterval.Plain));
        SmallBase.Close(At(plain, e => e.Lower), 0.801458004590861, 0.604161513925787, 0.30743953530578);
        SmallBase.Close(At(plain, e => e.Upper), 0.947172132395441, 0.806819007407902, 0.535647585133804);
    }

    [Fact]
    public void Quantiles_carry_the_interval_of_the_curves_bounds()
    {
        var curve = KaplanMeier.Fit(SmallBase.Data, Plain);
        Assert.Equal(new SurvivalQuantile(7, 4, 10), curve.Quantile(0.25));
        Assert.Equal(new SurvivalQuantile(14, 11, 17), curve.Median);
        Assert.Equal(new SurvivalQuantile(19, 17, 21), curve.Quantile(0.75));
    }

    [Fact]
    public void A_curve_level_at_one_half_has_its_median_in_the_middle()
    {
        var two = Observations.Of(["t", "e"], [[2, 4, 6, 8], [1, 1, 1, 1]]);
        Assert.Equal(5, KaplanMeier.Fit(two, new("t", "e")).Median.Time);
    }

    [Fact]
    public void Restricted_means_equal_survmean()
    {
        var mean = KaplanMeier.Fit(SmallBase.Data, Plain).RestrictedMean(20);
        SmallBase.Close([mean.Value, mean.StandardError], 12.7732095345455, 0.729861749210179);
        var weighted = KaplanMeier.Fit(SmallBase.Data, Weighted).RestrictedMean(20);
        Reference.Close(13.0044755902539, weighted.Value);
        Assert.Equal(Withholding.NotIdentified, KaplanMeier.Fit(SmallBase.Data.Take([0, 1, 9]), Plain).RestrictedMean(40).Reason);
    }

    [Fact]
    public void Late_entries_and_weights_equal_survfit()
    {
        var late = KaplanMeier.Fit(SmallBase.Data, Late);
        SmallBase.Close(At(late, e => e.Value), 0.578042328042328, 0.349017224998387, 0.165848348004355);
        SmallBase.Close(At(late, e => e.StandardError), 0.105163640927568, 0.0801297422705761, 0.0471472742068397);
        Assert.Equal([27, 28, 23], late.AtRisk(Times));
        var weighted = KaplanMeier.Fit(SmallBase.Data, Weighted);
        SmallBase.Close(At(weighted, e => e.Value), 0.869171270718232, 0.724283272042778, 0.447752485671292);
        SmallBase.Close(At(weighted, e => e.StandardError), 0.0418871400238284, 0.0543133166030263, 0.0643892156977195);
        var both = KaplanMeier.Fit(SmallBase.Data, Late with { Weight = "weight" });
        SmallBase.Close(At(both, e => e.Value), 0.575414123801221, 0.369283865827645, 0.182559366048603);
        SmallBase.Close(At(both, e => e.StandardError), 0.121771750479098, 0.0998986062608688, 0.0592853019207619);
    }

    [Fact]
    public void Equal_weights_give_Greenwoods_error()
    {
        var one = Observations.Of(["time", "left", "w"], [SmallBase.Data["time"].ToArray(), SmallBase.Data["left"].ToArray(), [.. Enumerable.Repeat(3.0, 80)]]);
        var (plain, weighted) = (KaplanMeier.Fit(one, new("time", "left")), KaplanMeier.Fit(one, new("time", "left", Weight: "w")));
        SmallBase.Close(At(weighted, e => e.StandardError), [.. At(plain, e => e.StandardError).Select(e => e!.Value)]);
        Reference.Close(plain.RestrictedMean(20).StandardError!.Value, weighted.RestrictedMean(20).StandardError);
    }

    [Fact]
    public void Log_rank_tests_equal_survdiff()
    {
        var test = LogRank.Test(SmallBase.Data, Plain, SmallBase.Groups);
        Reference.Close(0.0386786916480311, test.ChiSquare);
        SmallBase.Close(test.Groups.Select(g => (double?)g.Expected), 21.0738693696935, 21.3501265802249, 21.5760040500816);
        Reference.Close(0.0799526050330154, LogRank.Test(SmallBase.Data, Plain with { Stratum = "odd" }, SmallBase.Groups).ChiSquare);
    }

    [Fact]
    public void A_group_that_was_never_at_risk_with_others_adds_no_degree_of_freedom()
    {
        var data = Observations.Of(["t", "e", "from"], [[2, 3, 4, 5, 12, 14, 3, 6], [1, 1, 1, 0, 1, 1, 1, 1], [0, 0, 0, 0, 10, 10, 0, 0]]);
        var test = LogRank.Test(data, new("t", "e", "from"), ["a", "b", "a", "b", "late", "late", "b", "a"]);
        Assert.Equal(1, test.DegreesOfFreedom);
        var apart = Observations.Of(["t", "e", "from"], [[2, 3, 12, 14], [1, 1, 1, 1], [0, 0, 10, 10]]);
        Assert.Equal(DataFault.OneGroup, Assert.Throws<DataRefused>(() => LogRank.Test(apart, new("t", "e", "from"), ["a", "a", "b", "b"])).Fault);
    }

    [Fact]
    public void What_cannot_be_right_is_refused_by_name()
    {
        static DataRefused Refused(double[] time, double[] left, double[]? from = null) => Assert.Throws<DataRefused>(() =>
            LogRank.Test(Observations.WithMissing(["time", "left", "from"], [time, left, from ?? [0, 0, 0]]), new("time", "left", from is null ? null : "from"), ["a", "b", "a"]));
        Assert.Contains("time", Refused([1, -1, 2], [1, 0, 1]).Message);
        Assert.Contains("left", Refused([1, 1, 2], [1, 2, 1]).Message);
        Assert.Contains("Nobody left", Refused([1, 1, 2], [0, 0, 0]).Message);
        Assert.Contains("Row 3 ends (time 2) before it has begun (from 2)", Refused([1, 1, 2], [1, 0, 1], [0, 0, 2]).Message);
        Assert.Contains("time has missing", Refused([1, double.NaN, 2], [1, 0, 1]).Message);
    }

    [Fact]
    public void Where_nobody_is_left_no_interval_is_claimed()
    {
        var last = KaplanMeier.Fit(Observations.Of(["t", "e"], [[1, 2, 2], [1, 1, 1]]), new("t", "e")).Points[^1];
        Assert.Equal((0, null, null, null), (last.Survival, last.StandardError, last.Lower, last.Upper));
    }
}
