using Regard.Statistics.Tests.Survival;

namespace Regard.Statistics.Tests.Loyalty;

/// <summary>telco_churn.json: R 4.2.2, glm(epsilon = 1e-14), pROC 1.18.0.</summary>
public sealed class TelcoRiskTests
{
    static readonly string[] Features = ["tenure", .. Telco.Names];
    static readonly Lazy<LogisticRegression> Fit = new(() => LogisticRegression.Fit(Telco.Data, "churn", Features));

    [Fact]
    public void The_coefficients_equal_glm()
    {
        var (expected, fit) = (Telco.Expected["logistic"]!, Fit.Value);
        foreach (var c in fit.Coefficients.Prepend(fit.Intercept))
        {
            Reference.Close(expected["coef"]![c.Name].Number(), c.Coefficient, 1e-11);
            // glm keeps the errors of its last step but one.
            Reference.Close(expected["se"]![c.Name].Number(), c.Estimate!.StandardError, 1e-10);
            Reference.Close(expected["z"]![c.Name].Number(), c.Z, 1e-9);
            Reference.Close(1, c.PValue / expected["p"]![c.Name].Number(), 1e-8);
        }
        Reference.Close(expected["deviance"].Number(), fit.Deviance);
        Reference.Close(expected["null_deviance"].Number(), -2 * fit.NullLogLikelihood);
        Reference.Close(expected["aic"].Number(), fit.Aic);
        Reference.Close(expected["mcfadden_r2"].Number(), fit.McFadden);
    }

    [Fact]
    public void The_evaluation_equals_pROC()
    {
        var expected = Telco.Expected["logistic"]!;
        var risk = Fit.Value.Probabilities(Telco.Data);
        foreach (var (k, row) in expected["fitted"]!["row"]!.AsArray().Index()) Reference.Close(expected["fitted"]!["p"]![k].Number(), risk[(int)row.Number() - 1], 1e-11);
        var told = ModelEvaluation.Of(risk, [.. Telco.Labels("Churn").Select(c => c == "Yes")]);
        Reference.Close(expected["auc"].Number(), told.Roc.Auc.Value);
        Reference.Close(expected["auc_se_delong"].Number(), told.Roc.Auc.StandardError);
        Reference.Close(expected["gini"].Number(), told.Roc.Gini);
        Reference.Close(expected["ks"].Number(), told.Roc.KolmogorovSmirnov);
        Reference.Close(expected["brier"].Number(), told.Calibration.Brier);
        Reference.Close(expected["top_decile_churn_rate"].Number(), told.TopDecile.Value);
        Reference.Close(expected["top_decile_lift"].Number(), told.TopDecileLift.Value);
        // On the rows it was fitted to, a fit by likelihood is calibrated on the whole.
        Assert.Equal(0, told.Calibration.Intercept.Value!.Value, 1e-9);
        Assert.Equal(1, told.Calibration.Slope.Value!.Value, 1e-9);
        Assert.Equal(7043, told.Calibration.Bins.Sum(b => b.Observed.N));
    }
}
