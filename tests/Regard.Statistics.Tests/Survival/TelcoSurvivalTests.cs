using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests.Survival;

/// <summary>telco_churn.json: R 4.2.2, survival 3.5-3.</summary>
public sealed class TelcoSurvivalTests
{
    [Fact]
    public void The_survival_curve_equals_survfit()
    {
        var curve = KaplanMeier.Fit(Telco.Data, Telco.Columns, new(SurvivalInterval.Log));
        Held(Telco.Expected["kaplan_meier"]!, curve);
        Assert.Equal((7032, 1869, 11), (curve.N, curve.Events, curve.WithoutTime));
        Assert.Equal(Telco.Expected["km_quantile_25"].Number(), curve.Quantile(0.25).Time);
        Assert.Null(curve.Median.Time);
        Reference.Close(Telco.Expected["restricted_mean_72"].Number(), curve.RestrictedMean(72).Value);
        Reference.Close(Telco.Expected["restricted_mean_72_se"].Number(), curve.RestrictedMean(72).StandardError);
    }

    [Fact]
    public void Curves_by_contract_equal_survfit()
    {
        foreach (var curve in KaplanMeier.ByGroup(Telco.Data, Telco.Columns, Telco.Labels("Contract"), new(SurvivalInterval.Log)))
            Held(Telco.Expected["kaplan_meier_by_contract"]![curve.Group!]!, curve);
    }

    static void Held(JsonNode expected, KaplanMeier curve)
    {
        var times = expected["times"]!.AsArray().Select(t => t.Number()).ToArray();
        Assert.Equal(expected["n_risk"]!.AsArray().Select(x => x!.GetValue<int>()), curve.AtRisk(times));
        for (var k = 0; k < times.Length; k++)
        {
            var at = curve.At(times[k]);
            Reference.Close(expected["survival"]![k].Number(), at.Value);
            Reference.Close(expected["std_err"]![k].Number(), at.StandardError);
            Reference.Close(expected["lower95_log"]![k].Number(), at.Lower);
            Reference.Close(expected["upper95_log"]![k].Number(), at.Upper);
        }
    }

    [Fact]
    public void The_log_rank_test_equals_survdiff()
    {
        var (expected, test) = (Telco.Expected["log_rank_contract"]!, LogRank.Test(Telco.Data, Telco.Columns, Telco.Labels("Contract")));
        Reference.Close(expected["chisq"].Number(), test.ChiSquare);
        Assert.Equal((2, 0.0), (test.DegreesOfFreedom, test.PValue));
        foreach (var group in test.Groups)
        {
            Reference.Close(expected["observed"]![group.Group].Number(), group.Observed);
            Reference.Close(expected["expected"]![group.Group].Number(), group.Expected);
        }
    }

    [Theory, InlineData("cox_efron", Ties.Efron), InlineData("cox_breslow", Ties.Breslow)]
    public void The_Cox_model_equals_coxph(string name, Ties ties)
    {
        var (expected, fit) = (Telco.Expected[name]!, CoxRegression.Fit(Telco.Data, Telco.Columns, Telco.Names, new(ties)));
        Assert.True(fit.Converged);
        foreach (var c in fit.Coefficients)
        {
            Reference.Close(expected["coef"]![c.Name].Number(), c.LogHazard.Value, 1e-11);
            Reference.Close(expected["se"]![c.Name].Number(), c.LogHazard.StandardError, 1e-11);
            Reference.Close(expected["z"]![c.Name].Number(), c.Z, 1e-11);
            Reference.Close(expected["hazard_ratio"]![c.Name].Number(), c.Ratio.Value, 1e-11);
        }
        Reference.Close(expected["loglik"].Number(), fit.LogLikelihood);
        Reference.Close(expected["loglik_null"].Number(), fit.NullLogLikelihood);
        Reference.Close(expected["concordance"].Number(), fit.Concordance.Value);
        Reference.Close(expected["concordance_se"].Number(), fit.Concordance.StandardError, 1e-11);
        Reference.Close(expected["likelihood_ratio"].Number(), fit.LikelihoodRatio.Statistic);
        Reference.Close(expected["score"].Number(), fit.Score.Statistic, 1e-11);
        Reference.Close(expected["wald"].Number(), fit.Wald.Statistic, 5e-6);
    }

    [Fact]
    public void The_test_of_proportional_hazards_equals_cox_zph()
    {
        var (expected, test) = (Telco.Expected["ph_test_identity"]!, CoxRegression.Fit(Telco.Data, Telco.Columns, Telco.Names).Proportional(TimeScale.Identity));
        foreach (var c in test.Covariates)
        {
            Reference.Close(expected["chisq"]![c.Name].Number(), c.ChiSquare, 1e-9);
            Reference.Close(expected["p"]![c.Name].Number(), c.PValue, 1e-9);
        }
        Reference.Close(expected["chisq"]!["GLOBAL"].Number(), test.Global.Statistic, 1e-9);
    }

    [Fact]
    public void The_baseline_hazard_equals_basehaz()
    {
        var (expected, baseline) = (Telco.Expected["baseline_cumhaz_uncentered"]!, CoxRegression.Fit(Telco.Data, Telco.Columns, Telco.Names).Baseline);
        foreach (var (k, time) in expected["times"]!.AsArray().Index())
            Reference.Close(expected["hazard"]![k].Number(), baseline.CumulativeHazard(time.Number(), new double[12]), 1e-11);
    }
}
