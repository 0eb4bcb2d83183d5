namespace Regard.Statistics.Tests.Survival;

/// <summary>R 4.2.2, survival 3.5-3 on <see cref="SmallBase"/>: coxph(eps = 1e-13), cox.zph, concordance, survfit (2026-11-22).</summary>
public sealed class CoxTests
{
    static readonly SurvivalColumns Plain = new("time", "left"), Late = new("time", "left", "entry");

    static CoxRegression Fit(SurvivalColumns columns, CoxOptions? options = null) => CoxRegression.Fit(SmallBase.Data, columns, ["x1", "x2"], options);

    static void Held(CoxRegression fit, double[] coefficients, double[] errors, double[] likelihoods, double[] concordance, double[] km, double[] identity, double[] log)
    {
        SmallBase.Close(fit.Coefficients.Select(c => c.LogHazard.Value), coefficients);
        SmallBase.Close(fit.Coefficients.Select(c => c.LogHazard.StandardError), errors);
        SmallBase.Close([fit.NullLogLikelihood, fit.LogLikelihood], likelihoods);
        SmallBase.Close([fit.Concordance.Value, fit.Concordance.StandardError], concordance);
        foreach (var (scale, expected) in new[] { (TimeScale.KaplanMeier, km), (TimeScale.Identity, identity), (TimeScale.Log, log) })
        {
            var test = fit.Proportional(scale);
            SmallBase.Close([.. test.Covariates.Select(c => (double?)c.ChiSquare), test.Global.Statistic], expected);
        }
    }

    [Fact]
    public void Efron_equals_coxph() => Held(Fit(Plain), [-0.175007891826156, -0.0308456090356664], [0.395450039636846, 0.0605759614624844], [-223.112255175295, -222.882867188482],
        [0.499018838304553, 0.0460097673580166], [0.143074318491691, 0.00117794873830678, 0.149405001686759], [0.122530676298684, 0.00169220239465871, 0.122608696568693], [0.0749112184334888, 0.00605736301870967, 0.0800370723909802]);

    [Fact]
    public void Robust_and_clustered_errors_equal_coxph()
    {
        var robust = Fit(Plain, new(Robust: true));
        SmallBase.Close(robust.Coefficients.Select(c => c.LogHazard.StandardError), 0.361757574556329, 0.0573960670621828);
        SmallBase.Close(robust.Coefficients.Select(c => (double?)c.ModelError), 0.395450039636846, 0.0605759614624844);
        var clustered = Fit(Plain with { Cluster = "cluster" });
        SmallBase.Close(clustered.Coefficients.Select(c => c.LogHazard.StandardError), 0.377859984135408, 0.0515515003253136);
        Reference.Close(0.05032584926041, clustered.Concordance.StandardError);
    }

    [Fact]
    public void Late_entry_with_strata_equals_coxph() => Held(Fit(Late with { Stratum = "group" }), [-0.0822883498010484, -0.0630540525884107], [0.42167803889689, 0.0656724869486615], [-121.656332505121, -121.178070048677],
        [0.491358024691358, 0.0494199802575474], [1.20895775881043, 0.0610851982605006, 1.26755706995915], [1.33345639970312, 0.158515483740178, 1.47491498227638], [1.19338839233066, 0.0563278687057588, 1.24976892473147]);

    [Fact]
    public void Clusters_of_late_entries_in_strata_equal_coxph() =>
        SmallBase.Close(Fit(Late with { Stratum = "group", Cluster = "cluster" }).Coefficients.Select(c => c.LogHazard.StandardError), 0.364602946342096, 0.0627305944134607);

    [Fact]
    public void Breslow_with_late_entry_equals_coxph() => Held(Fit(Late, new(Ties.Breslow)), [-0.145967726853353, -0.045500104012515], [0.400621806338364, 0.0611132388968184], [-193.074704073878, -192.729943125438],
        [0.544329073482428, 0.0406244687943555], [0.479815170316829, 0.112686971843974, 0.597905008916614], [0.400317525983102, 0.10700490084263, 0.55251777980331], [0.476541319309586, 0.100314097303107, 0.575423669228766]);

    [Fact]
    public void Weights_equal_coxph()
    {
        Held(Fit(Plain with { Weight = "weight" }), [-0.403399854944336, -0.0186708876442316], [0.376870325858575, 0.0641077103763447], [-297.167311362036, -296.509260112018],
            [0.531281470292044, 0.0489222269396006], [0.0102832936579994, 0.147488837388134, 0.159735384066833], [0.000526585163079692, 0.0788562346870001, 0.0794451630413321], [0.0114010371528795, 0.0153041203367219, 0.0278018942333468]);
        Held(Fit(Late with { Weight = "weight" }), [-0.263059155469238, -0.0305206134032146], [0.370787559287888, 0.0594968032101174], [-256.370438137734, -255.983434907899],
            [0.51140229305783, 0.0476778080803995], [0.561638051330592, 0.0749169416949444, 0.622519048736922], [0.597844862584836, 0.189150683276822, 0.802013239848601], [0.53260621822891, 0.0543727426027124, 0.57254107102794]);
    }

    [Fact]
    public void Tests_of_all_covariates_equal_coxph()
    {
        var fit = Fit(Plain);
        SmallBase.Close([fit.Score.Statistic, fit.Wald.Statistic], 0.456921695531419, 0.45652294228757);
    }

    [Fact]
    public void Survival_of_a_given_customer_equals_survfit()
    {
        var survival = new[] { 3.0, 8, 15 }.Select(t => Fit(Plain).Baseline.Survival(t, [0.3, 2])).ToArray();
        SmallBase.Close(survival.Select(s => s.Value), 0.867554654231472, 0.691596693336189, 0.401980293638354);
        SmallBase.Close(survival.Select(s => s.StandardError), 0.0405605805474827, 0.0583413613854531, 0.067671447271101);
        SmallBase.Close(survival.Select(s => s.Lower), 0.762780119877515, 0.561368844855763, 0.270105685345892);
        SmallBase.Close(survival.Select(s => s.Upper), 0.928165345485451, 0.790167515238146, 0.530184654141732);
        Assert.True(Fit(Plain).Baseline.Survival(99, [0.3, 2]).Withheld);
    }

    [Fact]
    public void A_customer_cut_into_stretches_counts_as_one_whole()
    {
        var (data, whole) = (SmallBase.Data, Fit(Plain));
        var cut = Enumerable.Range(0, 80).SelectMany(i => data["time"][i] > 5
            ? new (int I, double From, double To, double Left)[] { (i, 0, 5, 0), (i, 5, data["time"][i], data["left"][i]) } : [(i, 0, data["time"][i], data["left"][i])]).ToArray();
        double[] Column(string name) => [.. cut.Select(c => data[name][c.I])];
        var rows = Observations.Of(["x1", "x2", "from", "to", "left", "customer"], [Column("x1"), Column("x2"), [.. cut.Select(c => c.From)], [.. cut.Select(c => c.To)], [.. cut.Select(c => c.Left)], [.. cut.Select(c => (double)c.I)]]);
        var stretches = CoxRegression.Fit(rows, new("to", "left", "from", Cluster: "customer"), ["x1", "x2"]);
        SmallBase.Close(stretches.Coefficients.Select(c => c.LogHazard.Value), [.. whole.Coefficients.Select(c => c.LogHazard.Value!.Value)]);
        SmallBase.Close(stretches.Coefficients.Select(c => c.LogHazard.StandardError), [.. Fit(Plain, new(Robust: true)).Coefficients.Select(c => c.LogHazard.StandardError!.Value)]);
        Reference.Close(whole.Concordance.Value!.Value, stretches.Concordance.Value);
        Reference.Close(whole.Concordance.StandardError!.Value, stretches.Concordance.StandardError);
    }

    [Fact]
    public void Units_of_covariates_play_no_part()
    {
        var scaled = Observations.Of(["x1", "x2", "time", "left"], [[.. SmallBase.Data["x1"].ToArray().Select(x => 1e9 + 1e6 * x)], [.. SmallBase.Data["x2"].ToArray().Select(x => 1e-7 * x)], SmallBase.Data["time"].ToArray(), SmallBase.Data["left"].ToArray()]);
        var (fit, plain) = (CoxRegression.Fit(scaled, Plain, ["x1", "x2"]), Fit(Plain));
        Reference.Close(plain["x1"].Z, fit["x1"].Z, 1e-8);
        Reference.Close(plain["x2"].LogHazard.Value!.Value * 1e7, fit["x2"].LogHazard.Value, 1e-8);
        Assert.True(fit["x2"].Ratio.Withheld);
    }

    [Fact]
    public void What_determines_itself_or_parts_everybody_is_refused_by_name()
    {
        double[] time = SmallBase.Data["time"].ToArray(), left = SmallBase.Data["left"].ToArray(), x = SmallBase.Data["x1"].ToArray();
        DataRefused Refused(params (string Name, double[] Column)[] columns) => Assert.Throws<DataRefused>(() => CoxRegression.Fit(
            Observations.Of(["time", "left", .. columns.Select(c => c.Name)], [time, left, .. columns.Select(c => c.Column)]), Plain, [.. columns.Select(c => c.Name)]));
        var twice = Refused(("a", x), ("b", [.. x.Select(v => 3 - 2 * v)]));
        Assert.Equal((DataFault.Collinear, true), (twice.Fault, twice.Message.Contains("b follows exactly from a")));
        var safe = Refused(("x1", x), ("loyal", [.. left.Select(l => 1 - l)]));
        Assert.Equal((DataFault.Separated, "loyal"), (safe.Fault, Assert.Single(safe.Columns)));
        Assert.Equal(DataFault.Constant, Refused(("same", [.. x.Select(_ => 4.0)])).Fault);
        Assert.Equal(DataFault.TwiceNamed, Assert.Throws<DataRefused>(() => CoxRegression.Fit(SmallBase.Data, Plain, ["time"])).Fault);
        Assert.Equal(DataFault.TooFewRows, Assert.Throws<DataRefused>(() => CoxRegression.Fit(SmallBase.Data.Take([0, 1, 4]), Plain, ["x1", "x2"])).Fault);
    }
}
